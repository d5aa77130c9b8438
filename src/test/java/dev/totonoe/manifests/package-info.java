/// The manifests in k8s/: rendered as `kubectl apply -k` would, held against Kubernetes' own
/// models, and against what the worker and its image are. Nothing here needs a cluster.
@NullMarked
package dev.totonoe.manifests;

import org.jspecify.annotations.NullMarked;
