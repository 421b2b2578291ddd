/** Studies at work: the loop, its snapshots, and studies that are opened again. */
@NullMarked
package dev.nara.search.running;

import org.jspecify.annotations.NullMarked;
