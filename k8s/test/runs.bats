#!/usr/bin/env bats
# What people see of runs, and how they end them: status, list, logs, stop, clean. By hand: k8s/test/run k8s/test/runs.bats

load cluster

@test "status shows what is wrong and what to do" {
  job=$(started sample --shards 2)
  quietly running job="$job" index=0
  run totonoe-job status sample
  holds "$output" "State     running"
  step exit job="$job" index=0 code=137 reason=OOMKilled </dev/null
  step fail job="$job" reason=MaxFailedIndexesExceeded <<<"Job has exceeded the specified maximal number of failed indexes"
  run totonoe-job status "$job"
  same "exit code" "$status" 0
  holds "$output" "State     failed"
  holds "$output" "OOMKilled"
  holds "$output" "To do: submit it again with more --memory"
}

@test "status shows the summary, without what a terminal obeys" {
  job=$(started sample)
  step exit job="$job" code=3 <<<$'{"state":"failed","exit":3,"message":"\e[2Jx"}'
  step fail job="$job" reason=BackoffLimitExceeded <<<"Job has reached the specified backoff limit"
  run totonoe-job status sample
  holds "$output" 'Summary: {"state":"failed","exit":3'
  [[ $output != *$'\e'* ]]
}

@test "status names a pod that no node takes" {
  job=$(started sample)
  step unschedulable job="$job" <<<"0/3 nodes are available: 3 Insufficient cpu."
  run totonoe-job status sample
  holds "$output" "3 Insufficient cpu"
  holds "$output" "To do: ask for less --cpu"
}

@test "status tells the end of a pod from the end of a run" {
  job=$(started sample)
  step exit job="$job" code=5 </dev/null
  run totonoe-job status sample
  holds "$output" "State     running"
  holds "$output" "it is about to end, or to try again"
}

@test "a dataset stands for its latest run" {
  first=$(started sample)
  step fail job="$first" reason=BackoffLimitExceeded <<<x
  second=$(submitted sample)
  run totonoe-job status sample
  holds "$output" "Job       $second"
  run totonoe-job status "$first"
  holds "$output" "Job       $first"
}

@test "what is not there ends with 22" {
  for command in status logs stop; do
    for name in nowhere totonoe-nowhere-00000000-1; do
      run --separate-stderr totonoe-job $command $name
      same "exit code" "$status" 22
      holds "$stderr" "no run of a dataset of that name"
    done
  done
}

@test "list shows every run with the code that wait would end with" {
  one=$(started one)
  quietly complete job="$one"
  two=$(started two --shards 3)
  step exit job="$two" index=1 code=3 </dev/null
  step fail job="$two" reason=PodFailurePolicy <<<"x"
  three=$(started three)
  quietly running job="$three"
  run totonoe-job list
  [[ $output =~ $one\ +one\ +succeeded\ .*\ 0$'\n' ]] || complain "one"
  [[ $output =~ $two\ +two\ +failed\ .*\ 3($'\n'|$) ]] || complain "two"
  [[ $output =~ $three\ +three\ +running\ .*\ 0/1\ +-$'\n' ]] || complain "three"
}

@test "list of nothing is a heading" {
  run totonoe-job list
  same "exit code" "$status" 0
  same lines "${#lines[@]}" 1
}

@test "logs are those of the newest pod of a shard" {
  job=$(started sample --shards 2)
  step log job="$job" index=1 <<<"first attempt"
  sleep 1
  step replace job="$job" index=1 </dev/null
  step log job="$job" index=1 <<<"second attempt"
  run totonoe-job logs sample --shard 1
  same logs "$output" "second attempt"
}

@test "logs of several pods say whose they are" {
  job=$(started sample --shards 2)
  step log job="$job" index=0 <<<"of zero"
  step log job="$job" index=1 <<<"of one"
  run totonoe-job logs "$job"
  holds "$output" "$job-0-"
  holds "$output" "of zero"
  holds "$output" "of one"
}

@test "stop ends what runs and says what is kept" {
  job=$(started sample)
  quietly running job="$job"
  begin_wait "$job"
  run --separate-stderr totonoe-job stop sample
  mark
  same "exit code" "$status" 0
  holds "$stderr" "shards that are finished are kept"
  holds "$stderr" "nothing of it runs"
  same "what is left" "$(kubectl -n "$TOTONOE_NAMESPACE" get jobs,pods -o name)" ""
  ends_soon_with 22 removed
}

@test "stop leaves a run that has ended" {
  job=$(started sample)
  quietly complete job="$job"
  run --separate-stderr totonoe-job stop "$job"
  same "exit code" "$status" 0
  holds "$stderr" "has ended already"
  same Jobs "$(kubectl -n "$TOTONOE_NAMESPACE" get jobs -o name)" "job.batch/$job"
}

@test "a Job that changed since it was looked at is not deleted" {
  job=$(started sample)
  bash -c '
    . totonoe-job
    namespace=$TOTONOE_NAMESPACE connection=() work=$BATS_TEST_TMPDIR
    find_job "$1"
    curl --silent --fail --data "" "$FAKE_KUBERNETES/control/$namespace/complete?job=$1"
    delete "$1" "${job[uid]}" "${job[version]}" Foreground
    [[ $deleted == changed ]] || { echo "$deleted $problem" >&2; exit 1; }
  ' - "$job"
  same "the end" "$(of_job "$job" '{.status.conditions[?(@.type=="Complete")].status}')" True
}

@test "clean deletes what succeeded, and what failed a day ago, and nothing else" {
  for dataset in succeeded failed long-failed running long-running; do started $dataset >/dev/null; done
  name() { kubectl -n "$TOTONOE_NAMESPACE" get jobs -o name | sed -n "s,job.batch/\(totonoe-$1-[0-9a-f]*-1\),\1,p"; }
  quietly complete job="$(name succeeded)"
  step age job="$(name succeeded)" by=PT2H </dev/null
  for dataset in failed long-failed; do step fail job="$(name $dataset)" reason=BackoffLimitExceeded <<<x; done
  step age job="$(name failed)" by=PT23H </dev/null
  step age job="$(name long-failed)" by=PT25H </dev/null
  step age job="$(name long-running)" by=PT99H </dev/null
  succeeded=$(name succeeded)
  failed=$(name long-failed)
  step put kind=Job <<<'{"metadata":{"name":"of-others"},"status":{"conditions":[{"type":"Complete","status":"True"}]}}'

  run --separate-stderr totonoe-job clean --dry-run
  same "exit code" "$status" 0
  same "dry run" "$(sort <<<"$output")" \
    "$(printf 'would delete %s (failed 25h ago)\nwould delete %s (succeeded 2h ago)' "$failed" "$succeeded")"
  same Jobs "$(kubectl -n "$TOTONOE_NAMESPACE" get jobs -o name | wc -l)" 6

  run --separate-stderr totonoe-job clean
  same "exit code" "$status" 0
  holds "$output" "deleted $succeeded (succeeded"
  holds "$output" "deleted $failed (failed 25h ago)"
  same lines "${#lines[@]}" 2
  left=$(kubectl -n "$TOTONOE_NAMESPACE" get jobs -o name)
  same Jobs "$(wc -l <<<"$left")" 4
  for kept in totonoe-failed totonoe-running totonoe-long-running of-others; do holds "$left" "$kept"; done
  holds "$(kubectl -n "$TOTONOE_NAMESPACE" get pods -o name)" totonoe-failed # its evidence
}

@test "clean keeps as long as it is told" {
  job=$(started sample)
  quietly complete job="$job"
  step age job="$job" by=PT30M </dev/null
  run totonoe-job clean --succeeded-after 1h --failed-after 0s
  same "what is left" "$(kubectl -n "$TOTONOE_NAMESPACE" get jobs -o name)" "job.batch/$job"
  run totonoe-job clean --succeeded-after 29m
  same "what is left" "$(kubectl -n "$TOTONOE_NAMESPACE" get jobs -o name)" ""
}

@test "a Job that vanishes while clean looks is no error" {
  job=$(started sample)
  quietly complete job="$job"
  mkdir "$BATS_TEST_TMPDIR/bin"
  # Another cleaner is quicker: the Job goes between the look and the deletion.
  cat >"$BATS_TEST_TMPDIR/bin/kubectl" <<END
#!/bin/sh
case " \$* " in *" delete "*) curl --silent --data "" "$FAKE_KUBERNETES/control/$TOTONOE_NAMESPACE/remove?job=$job" ;; esac
exec $(command -v kubectl) "\$@"
END
  chmod +x "$BATS_TEST_TMPDIR/bin/kubectl"
  PATH=$BATS_TEST_TMPDIR/bin:$PATH run --separate-stderr totonoe-job clean
  same "exit code" "$status" 0
  same stdout "$output" "gone already: $job"
}
