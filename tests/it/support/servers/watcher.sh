# Runs one server for a test process. Orders come as lines on stdin and are answered by a line. When the test process ends, however it
# ends, the orders end too: then the server is ended and its folder removed.
#   watcher.sh FOLDER LAST-SIGNAL COMMAND...
folder=$1 last=$2
shift 2
# PIPE: nobody may be left to hear an answer. HUP: the kernel sends it when the test process has gone and the server stands still.
trap '' PIPE HUP
server=
while read -r order; do
  case $order in
    start) "$@" >>"$folder/log" 2>&1 & server=$! ;;
    wait) wait "$server"; server= ;;
    *) kill -s "$order" "$server" ;;
  esac
  echo "$server"
done
if [ -n "$server" ]; then
  kill -s "$last" "$server"
  kill -s CONT "$server"
  wait "$server"
fi
rm -rf "$folder"
