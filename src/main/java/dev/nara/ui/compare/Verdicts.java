package dev.nara.ui.compare;

import dev.nara.eval.Significance;
import dev.nara.text.Text;
import dev.nara.ui.common.Texts;

/** Verdicts in words, each with its sign, so that none is told by colour alone. */
final class Verdicts {
    private Verdicts() {}

    static String words(Texts texts, Significance.Verdict verdict, Text words) {
        String sign =
                switch (verdict) {
                    case REAL -> "✓ ";
                    case NOISE -> "≈ ";
                    case MORE_SEEDS -> "? ";
                };
        return sign + texts.of(words);
    }
}
