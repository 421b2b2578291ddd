/** The guide within the program: shows the pages of the site, with search and links. */
@NullMarked
package dev.nara.ui.help;

import org.jspecify.annotations.NullMarked;
