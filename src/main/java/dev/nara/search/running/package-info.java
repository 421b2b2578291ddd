/** Running studies: the loop, its snapshots, and reopened studies. */
@NullMarked
package dev.nara.search.running;

import org.jspecify.annotations.NullMarked;
