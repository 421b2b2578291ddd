package dev.nara.ui.export;

import dev.nara.competition.ComposeRecipe;
import dev.nara.competition.LedgerEntry;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** Describes the sources of lists. */
final class SourceWords {
    private SourceWords() {}

    /** The source of a block's items. */
    static String of(ComposeRecipe.Block block, Texts texts) {
        return block.algorithm().isEmpty()
                ? texts.get("export.of.runs", String.join(" + ", block.runs().keySet()))
                : texts.get("algorithm." + block.algorithm());
    }

    /** The source of a submission; "" for a file from elsewhere. */
    static String of(LedgerEntry entry, Texts texts) {
        ComposeRecipe recipe = entry.recipe();
        String made = recipe != null
                ? recipe.blocks().stream().map(block -> of(block, texts)).collect(Collectors.joining(" + "))
                : entry.runs().isEmpty()
                        ? ""
                        : texts.get("export.of.runs", entry.runs().get(0).toString());
        return entry.fits().isEmpty() ? made : texts.get("export.of.fits", made, joined(entry.fits()));
    }

    private static String joined(List<Long> runs) {
        return runs.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
