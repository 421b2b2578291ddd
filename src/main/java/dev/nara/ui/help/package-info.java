/** The guide within the program: the site's pages, found, shown and followed from link to link. */
@NullMarked
package dev.nara.ui.help;

import org.jspecify.annotations.NullMarked;
