/** The Export workspace: composed lists, submissions and their ledger. */
@NullMarked
package dev.nara.ui.export;

import org.jspecify.annotations.NullMarked;
