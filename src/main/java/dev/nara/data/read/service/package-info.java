/** The children's video service's folder. */
@NullMarked
package dev.nara.data.read.service;

import org.jspecify.annotations.NullMarked;
