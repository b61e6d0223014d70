#!/usr/bin/env python3
"""Makes a pool of signed keypad answers for the sessions that a call-end run left in a gateway's store.

  answers.py --reports FILE --secret HEX --question score --out /tmp/answer     FILE is the SQLite file with the results

The token of an answer's address is computed here a second time, from its public layout: 1 byte layout, 16 bytes session id, 12 bytes of
HMAC-SHA256(secret, "aftercall voice token" NUL account NUL layout and id), URL-safe base64.
"""
import argparse
import base64
import hashlib
import hmac
import sqlite3
import struct
import uuid
from array import array
from urllib.parse import quote_plus


def token(secret, account, session):
    head = b"\x01" + uuid.UUID(session).bytes
    mac = hmac.new(secret, b"aftercall voice token\0" + account.encode() + b"\0" + head, hashlib.sha256).digest()[:12]
    return base64.urlsafe_b64encode(head + mac).decode().rstrip("=")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--reports", required=True)
    ap.add_argument("--secret", required=True)
    ap.add_argument("--account", default="main")
    ap.add_argument("--question", default="score")
    ap.add_argument("--digits", default="5")
    ap.add_argument("--base-url", default="https://gw.example.test")
    ap.add_argument("--auth-token", default="test-token")
    ap.add_argument("--out", required=True)
    o = ap.parse_args()
    secret = bytes.fromhex(o.secret)
    db = sqlite3.connect(f"file:{o.reports}?mode=ro", uri=True)
    off, pos = array("Q"), 0
    with open(o.out + ".pool", "wb", buffering=1 << 20) as f:
        # Calls that are on the line are begun before texts are, and only they have been invited by voice.
        rows = db.execute("SELECT session_id, call_id, line, respondent FROM responses WHERE channel = 'ivr' ORDER BY row_id")
        for session, call_id, line, respondent in rows:
            call = {"call_id": call_id, "line": line, "respondent": respondent}
            path = f"/hooks/{o.account}/voice/{token(secret, o.account, session)}?q={o.question}&try=0"
            p = {"Called": call["line"], "ToState": "CA", "CallerCountry": "US", "Direction": "inbound", "CallerState": "CA", "ToZip": "94105",
                 "CallSid": call["call_id"], "To": call["line"], "CallerZip": "94103", "ToCountry": "US", "StirVerstat": "TN-Validation-Passed-A",
                 "CallToken": '{"parentCallInfoToken":"' + call["call_id"] * 6 + '","identityHeaderTokens":[]}', "CalledZip": "94105",
                 "ApiVersion": "2010-04-01", "CalledCity": "SAN FRANCISCO", "CallStatus": "in-progress", "From": call["respondent"],
                 "AccountSid": "AC" + "0" * 32, "CalledCountry": "US", "CallerCity": "SAN FRANCISCO", "ToCity": "SAN FRANCISCO",
                 "FromCountry": "US", "Caller": call["respondent"], "FromCity": "SAN FRANCISCO", "CalledState": "CA", "FromZip": "94103",
                 "FromState": "CA", "msg": "Gather End", "Digits": o.digits, "FinishedOnKey": ""}
            text = o.base_url + path + "".join(k + p[k] for k in sorted(p))
            sig = base64.b64encode(hmac.new(o.auth_token.encode(), text.encode(), hashlib.sha1).digest()).decode()
            body = "&".join(k + "=" + quote_plus(v) for k, v in p.items())
            raw = (f"POST {path} HTTP/1.1\r\nHost: gw.example.test\r\nContent-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n"
                   f"X-Twilio-Signature: {sig}\r\nUser-Agent: TwilioProxy/1.1\r\nAccept: */*\r\nContent-Length: {len(body)}\r\n\r\n{body}").encode()
            off.append(pos)
            pos += len(raw)
            f.write(raw)
    off.append(pos)
    with open(o.out + ".idx", "wb") as f:
        f.write(struct.pack("<%dQ" % len(off), *off))
    print(f"{len(off) - 1} answers, {pos / 2**20:.0f} MiB")


if __name__ == "__main__":
    main()
