package dev.nara.ui.data.cards;

import dev.nara.spec.SplitParts;
import dev.nara.split.Warning;
import dev.nara.text.Fact;
import java.util.List;

/**
 * What a split makes of the open data.
 *
 * @param split how the data is cut, with every default filled in
 * @param candidates what is ranked, likewise
 * @param parts what is trained on and what is held out, counted
 */
public record Tried(
        String split,
        String candidates,
        SplitParts parts,
        List<Fact> facts,
        List<Warning> warnings,
        List<AttributeRow> attributes) {}
