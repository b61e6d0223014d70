//! TwiML, the dialect of Twilio.
