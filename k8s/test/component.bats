#!/usr/bin/env bats
# What the component that cleans up renders to. By hand: k8s/test/run k8s/test/component.bats

setup() {
  clean=$(cd "$BATS_TEST_DIRNAME/../components/clean" && pwd)
  overlay=$BATS_TEST_TMPDIR/overlay
  mkdir "$overlay"
  # Of paths kustomize takes relative ones.
  cat >"$overlay/kustomization.yaml" <<END
components: [$(realpath --relative-to="$overlay" "$clean")]
images: [{name: docker.io/alpine/k8s, newName: registry.example/tools, newTag: "1"}]
END
  kubectl kustomize "$overlay" >"$BATS_TEST_TMPDIR/rendered"
}

# A field of a rendered object: render KIND JSONPATH.
render() {
  awk -v kind="kind: $1" 'BEGIN { RS = "\n---\n" } index("\n" $0 "\n", "\n" kind "\n")' "$BATS_TEST_TMPDIR/rendered" |
    KUBECONFIG=/dev/null kubectl patch --local -f - --type=merge -p '{}' -o "jsonpath=$2"
}

@test "the CronJob runs the script as it is" {
  volume=$(render CronJob '{.spec.jobTemplate.spec.template.spec.volumes[0].configMap.name}')
  [[ $volume == totonoe-clean-?????????? ]]
  [[ $(render ConfigMap '{.metadata.name}') == "$volume" ]]
  render ConfigMap '{.data.totonoe-job}' | cmp - "$clean/totonoe-job"
  [[ $(render CronJob '{.spec.jobTemplate.spec.template.spec.containers[0].command}') == '["bash","/opt/totonoe/totonoe-job"]' ]]
  [[ $(render CronJob '{.spec.jobTemplate.spec.template.spec.containers[0].args}') == '["clean"]' ]]
}

@test "an overlay can give another image" {
  [[ $(render CronJob '{.spec.jobTemplate.spec.template.spec.containers[*].image}') == registry.example/tools:1 ]]
}

@test "it may list, get and delete Jobs, and nothing more" {
  [[ $(render Role '{.rules}') == '[{"apiGroups":["batch"],"resources":["jobs"],"verbs":["get","list","delete"]}]' ]]
  [[ $(grep -c '^kind: \(Cluster\)*Role$' "$BATS_TEST_TMPDIR/rendered") == 1 ]]
  [[ $(render CronJob '{.spec.jobTemplate.spec.template.spec.serviceAccountName}') == "$(render RoleBinding '{.subjects[*].name}')" ]]
}

@test "the script is one file under two names" {
  [[ $(readlink "$clean/../../totonoe-job") == components/clean/totonoe-job ]]
}
