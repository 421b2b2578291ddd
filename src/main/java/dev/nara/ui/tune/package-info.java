/** The Search workspace: a study as it runs, what it came to, and everything by which people steer it. */
@NullMarked
package dev.nara.ui.tune;

import org.jspecify.annotations.NullMarked;
