/// Holds what `k8s/watching` says against the programs that read it and against the worker.
@NullMarked
package dev.totonoe.watching;

import org.jspecify.annotations.NullMarked;
