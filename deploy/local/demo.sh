# shellcheck shell=bash
# The cluster's demo, in a folder of its own. Sourced by `cluster`.

demo() {
  local -a files=("$@")
  local file sent
  if (($# == 0)); then
    shopt -s nullglob
    files=("$root"/test-data/recordings/*)
    shopt -u nullglob
    ((${#files[@]} > 0)) || fail 2 "there are no bundled recordings; expected: demo FILE…"
  fi
  for file in "${files[@]}"; do
    [[ -f $file ]] || fail 2 "$file: no such file"
  done
  run=${CLUSTER_RUN:-$here/target}/demo
  rm -rf "$run"
  start
  undo=yes
  submit events
  say "replay of ${#files[@]} recordings onto dvs.events"
  saccade replay "${files[@]}" --topic dvs.events --speed max --bootstrap "localhost:$kafka_port" ||
    fail 1 "the replay failed; see above"
  drained
  status
  for topic in features stream-health; do
    say "first records of $topic:"
    output "$topic" 3
  done
  say "metrics of the TaskManager:"
  metrics
  cancel
  stop --wipe
}
