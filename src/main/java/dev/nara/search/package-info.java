/** Searches of settings, each subject in a package of its own; here what a training will take in time and memory. */
@NullMarked
package dev.nara.search;

import org.jspecify.annotations.NullMarked;
