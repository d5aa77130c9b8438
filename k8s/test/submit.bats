#!/usr/bin/env bats
# What `totonoe-job submit` creates, and what it refuses. By hand: k8s/test/run k8s/test/submit.bats

load cluster

@test "prints the Job's name and nothing else" {
  run --separate-stderr totonoe-job submit sample
  same "exit code" "$status" 0
  same stdout "$output" totonoe-sample-af2bdbe1-1 # the SHA-256 of "sample" begins with af2bdbe1
}

@test "the Job is the template with what was asked for" {
  job=$(submitted my.data_set --shards 4 --cpu 2 --memory 4Gi --deadline 90m --image registry.example:5000/totonoe@sha256:0123abcd)
  same name "$job" "totonoe-my-data-set-$(printf my.data_set | sha256sum | head -c 8)-1"
  container='{.spec.template.spec.containers[0]}'
  same pods "$(of_job "$job" '{.spec.completions} {.spec.parallelism} {.spec.completionMode}')" "4 4 Indexed"
  same deadline "$(of_job "$job" '{.spec.activeDeadlineSeconds}')" 5400
  same arguments "$(of_job "$job" "${container%\}}.args}")" '["run","my.data_set"]'
  same environment "$(of_job "$job" "${container%\}}.env}")" \
    '[{"name":"TOTONOE_SHARD_COUNT","value":"4"},{"name":"TOTONOE_LOG_FORMAT","value":"json"}]'
  same image "$(of_job "$job" "${container%\}}.image}")" registry.example:5000/totonoe@sha256:0123abcd
  for side in requests limits; do
    same $side "$(of_job "$job" "${container%\}}.resources.$side}")" '{"cpu":"2","ephemeral-storage":"10Gi","memory":"4Gi"}'
  done
  for place in .metadata .spec.template.metadata; do
    same label "$(of_job "$job" "{$place.labels.totonoe\.dev/dataset}")" "${job:8:-2}"
    same component "$(of_job "$job" "{$place.labels.app\.kubernetes\.io/component}")" run
    same dataset "$(of_job "$job" "{$place.annotations.totonoe\.dev/dataset}")" my.data_set
  done
  same queue "$(of_job "$job" '{.metadata.labels.kueue\.x-k8s\.io/queue-name}')" runs
  same owner "$(of_job "$job" '{.metadata.ownerReferences}')" "" # or the CronJob's history would delete it
}

@test "what was not asked for stays as in the template" {
  job=$(submitted sample --cpu 500m)
  same deadline "$(of_job "$job" '{.spec.activeDeadlineSeconds}')" 7200
  same image "$(of_job "$job" '{.spec.template.spec.containers[0].image}')" totonoe:run
  same limits "$(of_job "$job" '{.spec.template.spec.containers[0].resources.limits}')" \
    '{"cpu":"500m","ephemeral-storage":"10Gi","memory":"1792Mi"}'
}

@test "a run that has not ended is not doubled" {
  job=$(submitted sample)
  run --separate-stderr totonoe-job submit sample --shards 8
  same "exit code" "$status" 0
  same stdout "$output" "$job"
  holds "$stderr" "has not ended: $job"
  same Jobs "$(kubectl -n "$TOTONOE_NAMESPACE" get jobs -o name)" "job.batch/$job"
}

@test "a run after one that ended has the next number, and the failed one keeps its evidence" {
  first=$(started sample)
  step fail job="$first" reason=BackoffLimitExceeded <<<"Job has reached the specified backoff limit"
  second=$(submitted sample)
  same name "$second" "${first%-1}-2"
  quietly complete job="$second"
  quietly remove job="$first"
  same name "$(submitted sample)" "${first%-1}-3"
}

@test "another dataset is another run" {
  submitted sample
  same name "$(submitted sample-1)" "totonoe-sample-1-$(printf sample-1 | sha256sum | head -c 8)-1"
}

@test "of submits at once one makes the Job and all print its name" {
  submits=()
  for turn in 1 2 3 4; do
    totonoe-job submit sample >"$BATS_TEST_TMPDIR/$turn" 2>/dev/null 3>&- &
    submits+=($!)
  done
  wait "${submits[@]}"
  for turn in 1 2 3 4; do same "name $turn" "$(<"$BATS_TEST_TMPDIR/$turn")" totonoe-sample-af2bdbe1-1; done
  same Jobs "$(kubectl -n "$TOTONOE_NAMESPACE" get jobs -o name)" job.batch/totonoe-sample-af2bdbe1-1
}

@test "what kubectl warns of is not taken for an answer" {
  mkdir "$BATS_TEST_TMPDIR/bin"
  cat >"$BATS_TEST_TMPDIR/bin/kubectl" <<END
#!/bin/sh
echo 'E0401 09:00:00.000000 1 memcache.go:265] "Unhandled Error" err="couldn'"'"'t get resource list for metrics.k8s.io/v1beta1"' >&2
exec $(command -v kubectl) "\$@"
END
  chmod +x "$BATS_TEST_TMPDIR/bin/kubectl"
  export PATH=$BATS_TEST_TMPDIR/bin:$PATH
  job=$(submitted sample)
  same name "$job" totonoe-sample-af2bdbe1-1
  same again "$(submitted sample)" "$job"
  run --separate-stderr totonoe-job status sample
  holds "$output" "Job       $job"
  run --separate-stderr totonoe-job list
  same lines "${#lines[@]}" 2
  quietly complete job="$job"
  run --separate-stderr totonoe-job wait "$job"
  same "exit code" "$status" 0
  run --separate-stderr totonoe-job clean
  holds "$output" "deleted $job"
}

@test "without a template it says what to apply" {
  export TOTONOE_NAMESPACE=$TOTONOE_NAMESPACE-empty
  run --separate-stderr totonoe-job submit sample
  same "exit code" "$status" 2
  same stdout "$output" ""
  holds "$stderr" "has no template totonoe-run: apply an overlay first, such as kubectl apply -k k8s/overlays/local"
}

@test "a refusal of the cluster is passed on" {
  step refuse <<<"exceeded quota: totonoe, requested: count/jobs.batch=1, used: count/jobs.batch=1k"
  run --separate-stderr totonoe-job submit sample
  same "exit code" "$status" 23
  holds "$stderr" "exceeded quota: totonoe"
}

@test "a cluster that is not there ends with 23" {
  write_kubeconfig http://127.0.0.1:1 >"$BATS_TEST_TMPDIR/kubeconfig"
  for command in "submit sample" "status sample" list "logs sample" "stop sample" clean; do
    # shellcheck disable=SC2086 # several words
    run --separate-stderr totonoe-job $command --kubeconfig "$BATS_TEST_TMPDIR/kubeconfig"
    same "exit code of $command" "$status" 23
    holds "$stderr" "refused"
  done
}

@test "datasets whose labels agree are told apart" {
  step put kind=Job <<<'{"metadata":{"name":"totonoe-sample-af2bdbe1-1","annotations":{"totonoe.dev/dataset":"other"},
    "labels":{"app.kubernetes.io/name":"totonoe","app.kubernetes.io/component":"run","totonoe.dev/dataset":"sample-af2bdbe1"}}}'
  run --separate-stderr totonoe-job submit sample
  same "exit code" "$status" 2
  holds "$stderr" "dataset sample has the same label as dataset other"
}

@test "names that are none reach no cluster" {
  before=$(quietly requests)
  # shellcheck disable=SC2016 # nothing shall be expanded
  for name in "" . .. ../x a//b /a a/ a/../b a/.b -x --x _x A "a b" $'a\nb' 'a"b' "a'b" 'a\b' 'a,b' 'a{}' '$(id)' '`id`' 'a;b' 'ａ' '*' \
    "$(printf 'x%.0s' {1..201})"; do
    run --separate-stderr totonoe-job submit -- "$name"
    same "exit code of \"$name\"" "$status" 2
    same stdout "$output" ""
  done
  same requests "$(quietly requests)" "$before"
}

@test "values that are none reach no cluster" {
  before=$(quietly requests)
  while IFS= read -r arguments; do
    eval "run --separate-stderr totonoe-job $arguments"
    same "exit code of $arguments" "$status" 2
    same stdout "$output" ""
  done <<'END'
submit sample --shards 0
submit sample --shards 1001
submit sample --shards 1.5
submit sample --shards -1
submit sample --shards 08
submit sample --shards 99999999999999999999
submit sample --shards '1}'
submit sample --shards 'a[$(id)]'
submit sample --shards ''
submit sample --shards
submit sample --cpu 0
submit sample --cpu 0m
submit sample --cpu '1","x":"'
submit sample --cpu 1e3
submit sample --cpu -1
submit sample --memory 4
submit sample --memory 0Gi
submit sample --memory 400m
submit sample --memory '1Gi"}'
submit sample --deadline 0s
submit sample --deadline 90
submit sample --deadline 31d
submit sample --deadline 9999999h
submit sample --deadline 's'
submit sample --deadline '1h"'
submit sample --image 'a b'
submit sample --image 'a","command":["sh"],"x":"'
submit sample --image -x
submit sample --image x:
submit sample --image=
submit sample more
submit sample --force
submit
submit sample --namespace 'a/b'
submit sample --namespace ''
submit sample --namespace
wait
wait 'a b'
wait totonoe-x-00000000-1 --timeout 0s
wait totonoe-x-00000000-1 --timeout soon
wait ../pods
logs sample --shard x
logs sample --shard 1000
clean sample
clean --failed-after yesterday
list sample
nothing
END
  same requests "$(quietly requests)" "$before"
}

@test "every value that is refused is named, with what was expected" {
  run --separate-stderr totonoe-job submit sample --memory 4
  holds "$stderr" '--memory "4": expected a size with its unit, such as 1792Mi or 4Gi'
  run --separate-stderr totonoe-job submit sample --force
  holds "$stderr" 'submit has no option "--force"; it has: --shards --cpu --memory --deadline --image'
}

@test "each command has its help" {
  for command in "" submit wait status list logs stop clean; do
    # shellcheck disable=SC2086 # none or one
    run --separate-stderr totonoe-job $command --help
    same "exit code" "$status" 0
    holds "$output" "totonoe-job ${command:-COMMAND}"
  done
  run --separate-stderr totonoe-job
  same "exit code" "$status" 2
  holds "$stderr" "COMMAND"
}

@test "long and odd names become valid names that the API takes" {
  longest=$(printf 'x%.0s' {1..200})
  for name in 0 a- a--- a.b a_b a-b a/b shop/spring/2026 1.2.3 "$longest" "${longest%x}y" aaaaaaaaaaaaaaaaaaaaaaaaaaaaa-.-.-b; do
    job=$(submitted "$name" --shards 1000)
    same dataset "$(of_job "$job" '{.metadata.annotations.totonoe\.dev/dataset}')" "$name"
  done
  same Jobs "$(kubectl -n "$TOTONOE_NAMESPACE" get jobs -o name | sort -u | wc -l)" 12
}

@test "random names become valid labels of their own" {
  bash -c '
    . totonoe-job
    alphabet=abcz019._-
    for ((i = 0; i < 300; i++)); do
      name=${alphabet:RANDOM % 7:1}
      for ((length = RANDOM % 60; length > 0; length--)); do name+=${alphabet:RANDOM % 10:1}; done
      check_dataset "$name"
      label=$(label_of "$name")
      [[ $label =~ ^[a-z0-9][a-z0-9-]*-[0-9a-f]{8}$ && ${#label} -le 39 && $label != *--????????  ]] || { echo "$name: $label" >&2; exit 1; }
      echo "$label $name"
    done | sort -u >"$1"
  ' - "$BATS_TEST_TMPDIR/labels"
  same "labels" "$(cut -d" " -f1 "$BATS_TEST_TMPDIR/labels" | uniq -d)" ""
  (($(wc -l <"$BATS_TEST_TMPDIR/labels") > 250))
}

@test "times are read as date reads them" {
  bash -c '
    . totonoe-job
    for ((i = 0; i < 100; i++)); do
      expected=$((RANDOM * 32768 * 4 + RANDOM))
      epoch_of "$(date -u -d "@$expected" +%Y-%m-%dT%H:%M:%SZ)"
      ((epoch == expected)) || { echo "$epoch instead of $expected" >&2; exit 1; }
    done
    epoch_of 2024-02-29T00:00:00.000000Z && ((epoch == 1709164800))
  '
}
