/** What a study does next: the next setting, the next rung, confirmation, choice, test. */
@NullMarked
package dev.nara.search.plan;

import org.jspecify.annotations.NullMarked;
