# shellcheck shell=bash
# The jars that the cluster needs, built or copied where they are missing. Sourced by `cluster`,
# which sets $root, the repository, and $here, this folder.

maven() {
  command -v mvn >/dev/null 2>&1 || fail 2 "no mvn found; install Maven 3.8.6 or newer"
  (cd "$root" && foreground mvn -B -q -Dstyle.color=never "$@") >&2 || fail 1 "mvn $* failed; see above"
}

# A jar of the reactor; more than one version: the youngest.
reactor_jar() {
  local youngest='' jar
  for jar in "$root"/$1; do
    [[ -f $jar && (-z $youngest || $jar -nt $youngest) ]] && youngest=$jar
  done
  printf '%s' "$youngest"
}
job_jar() { reactor_jar 'jobs/flink/target/saccade-jobs-*-cluster.jar'; }
plugin_jar() { reactor_jar 'jobs/metrics/target/saccade-metrics-*-plugin.jar'; }

younger_sources() {
  (cd "$root" && find pom.xml schemas operators connectors jobs/flink jobs/metrics \
    -name target -prune -o -type d -name test -prune -o -type f -newer "$1" -print | head -n 1)
}

ensure_jars() {
  local job plugin part
  saccade --version >/dev/null || fail 1 "the build failed; see above"
  job=$(job_jar)
  plugin=$(plugin_jar)
  if [[ -z $job || -z $plugin || -n $(younger_sources "$job") ]]; then
    say "building the job and the metrics plugin (mvn package), once"
    maven -DskipTests -pl jobs/flink,jobs/metrics -am package
    job=$(job_jar)
    plugin=$(plugin_jar)
    [[ -n $job ]] || fail 1 "jobs/flink/target has no saccade-jobs-*-cluster.jar after mvn package"
    [[ -n $plugin ]] ||
      fail 1 "jobs/metrics/target has no saccade-metrics-*-plugin.jar after mvn package"
    touch "$job" "$plugin"
  fi
  for part in flink kafka; do
    if [[ ! -f $here/target/$part/pom.xml ]] ||
      ! cmp -s "$here/target/$part/pom.xml" <(cat "$root/pom.xml" "$here/pom.xml"); then
      say "copying the jars of ${part^} from Maven Central, once"
      rm -rf "${here:?}/target/$part"
      maven -f "$here/pom.xml" -P "$part" generate-resources
      cat "$root/pom.xml" "$here/pom.xml" >"$here/target/$part/pom.xml"
    fi
  done
  mkdir -p "$here/target/flink/plugins/saccade-metrics"
  cmp -s "$plugin" "$here/target/flink/plugins/saccade-metrics/saccade-metrics.jar" ||
    cp "$plugin" "$here/target/flink/plugins/saccade-metrics/saccade-metrics.jar"
}
