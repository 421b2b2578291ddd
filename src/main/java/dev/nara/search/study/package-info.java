/**
 * Studies: searches for settings within a budget, steered while they run. A study is a list of stored events, from which its state follows.
 */
@NullMarked
package dev.nara.search.study;

import org.jspecify.annotations.NullMarked;
