# shellcheck shell=bash
# The cluster's demo, in a folder of its own. Sourced by `cluster`.

demo() {
  local -a files=("$@")
  local file topic
  if (($# == 0)); then
    shopt -s nullglob
    for file in "$root"/test-data/recordings/*; do
      [[ $file == *.md ]] || files+=("$file")
    done
    shopt -u nullglob
    ((${#files[@]} > 0)) || fail 2 "there are no bundled recordings; expected: demo FILE…"
  fi
  for file in "${files[@]}"; do
    [[ -f $file ]] || fail 2 "$file: no such file"
  done
  run=${CLUSTER_RUN:-$here/target}/demo
  [[ ! -e $run/pid/kafka ]] || stop
  rm -rf "$run"
  demo_folder=$run
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
  demo_folder=
}

# Waits until the job has taken every record of dvs.events.
drained() {
  local sent taken deadline=$((SECONDS + 120))
  sent=$(saccade topics --bootstrap "localhost:$kafka_port" |
    sed -nE 's/^dvs\.events: .* ([0-9,]+) records,.*/\1/p' | tr -d ,)
  while :; do
    taken=$(($(sum numRecordsIn_total events) + $(sum rejectedRecords_total read-packets)))
    ((taken < ${sent:-0})) || break
    ((SECONDS < deadline)) || fail 1 "the job took $taken of $sent packets within 120 s; cluster logs"
    sleep 0.5
  done
  say "the job took $taken packets of $sent"
}
