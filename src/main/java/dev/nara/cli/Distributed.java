package dev.nara.cli;

/** A command that a cluster carries out with the same words. */
interface Distributed {
    /** Which cluster. */
    ClusterOption cluster();
}
