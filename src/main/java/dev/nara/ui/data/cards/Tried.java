package dev.nara.ui.data.cards;

import dev.nara.spec.SplitParts;
import dev.nara.split.Warning;
import dev.nara.text.Fact;
import java.util.List;

/**
 * The result of a split of the open data.
 *
 * @param split the split with all defaults resolved
 * @param candidates the candidates with all defaults resolved
 * @param parts the counts of the training and held-out parts
 */
public record Tried(
        String split,
        String candidates,
        SplitParts parts,
        List<Fact> facts,
        List<Warning> warnings,
        List<AttributeRow> attributes) {}
