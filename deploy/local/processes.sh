# shellcheck shell=bash
# Processes of the local cluster: JVMs in the background with a pid file each, ports, waits, and a
# little HTTP. Sourced by `cluster`, which sets $run, the folder that holds everything.

say() { printf '%s\n' "$*"; }

# One line, and the exit status of the interface: 1 failed, 2 unusable, 3 cannot be reached.
fail() {
  local status=$1
  shift
  printf 'cluster: %s\n' "$*" >&2
  exit "$status"
}

java_command() {
  local java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  command -v "$java" >/dev/null 2>&1 ||
    fail 2 "no java found; install a JDK, 17 or newer, or set JAVA_HOME"
  printf '%s' "$java"
}

# Flags of every JVM: no file outside of $run.
jvm_flags() {
  printf '%s\n' -XX:+IgnoreUnrecognizedVMOptions -XX:-UsePerfData "-Djava.io.tmpdir=$run/tmp" \
    --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED \
    -Djava.net.preferIPv4Stack=true -Djava.awt.headless=true
}

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# require_free PORT WHAT VARIABLE
require_free() {
  [[ $1 =~ ^[0-9]+$ ]] && ((10#$1 >= 1 && 10#$1 <= 65535)) ||
    fail 2 "$3=$1 is not a port; expected 1 to 65535"
  ! listens "$1" || fail 2 "port $1 is in use, $2 needs it; stop what listens there or set $3=PORT"
}

# The process of a pid file, if it is still the one that was started here.
pid_of() {
  local file=$run/pid/$1 pid
  [[ -f $file ]] && pid=$(<"$file") && [[ $pid =~ ^[0-9]+$ ]] || return 1
  kill -0 "$pid" 2>/dev/null || return 1
  # Where the system tells: the number may have passed on to a stranger.
  if [[ -r /proc/$pid/cmdline ]]; then
    tr '\0' ' ' <"/proc/$pid/cmdline" | grep -qF -- "-Dcluster.run=$run " || return 1
  fi
  printf '%s' "$pid"
}

# spawn NAME COMMAND…: in the background, apart from this terminal; a log and a pid file.
spawn() {
  local name=$1
  shift
  nohup "$@" >"$run/log/$name.out" 2>&1 </dev/null &
  printf '%s' "$!" >"$run/pid/$name"
}

# stop_one NAME: ask, wait up to 20 s, then end it.
stop_one() {
  local name=$1 pid i
  if pid=$(pid_of "$name"); then
    kill "$pid" 2>/dev/null || true
    for ((i = 0; i < 200; i++)); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.1
    done
    if kill -0 "$pid" 2>/dev/null; then
      kill -KILL "$pid" 2>/dev/null || true
      say "$name ($pid) did not stop within 20 s and was killed"
    else
      say "$name ($pid) stopped"
    fi
  fi
  rm -f "$run/pid/$name"
}

# What a log says went wrong, in one line.
last_error() {
  local line
  line=$(grep -hE 'ERROR|FATAL|Exception|Error:' "$run/log/$1.log" "$run/log/$1.out" 2>/dev/null |
    tail -n 1) || true
  printf '%s' "${line:-nothing in its log}"
}

# await NAME SECONDS WHAT COMMAND…: until the command succeeds, as long as the process lives.
await() {
  local name=$1 seconds=$2 what=$3 deadline
  shift 3
  deadline=$((SECONDS + seconds))
  until "$@"; do
    pid_of "$name" >/dev/null ||
      fail 1 "$name ended before $what; $run/log/$name.log: $(last_error "$name")"
    ((SECONDS < deadline)) ||
      fail 3 "$name: $what did not happen within $seconds s; see $run/log/$name.log"
    sleep 0.2
  done
}

# http METHOD PORT PATH: the body of the answer; fails if nobody answers or the status is no 2xx.
http() {
  local method=$1 port=$2 path=$3 head status
  {
    exec 3<>"/dev/tcp/127.0.0.1/$port"
  } 2>/dev/null || return 1
  printf '%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n' \
    "$method" "$path" >&3
  IFS= read -r -t 10 status <&3 || status=
  while IFS= read -r -t 10 head <&3 && [[ $head != $'\r' ]]; do :; done
  timeout 20 cat <&3 || true
  exec 3<&- 3>&-
  [[ $status == HTTP/1.?\ 2* ]]
}

# field NAME: the values of a key in a line of JSON, one a line.
field() { grep -oE "\"$1\":(\"[^\"]*\"|[0-9-]+)" | sed -E 's/^[^:]*:"?//; s/"$//' || true; }

# foreground COMMAND…: waits for it, and takes it along when this script is told to end.
foreground() {
  "$@" &
  child=$!
  local status=0
  wait "$child" || status=$?
  child=
  return "$status"
}
