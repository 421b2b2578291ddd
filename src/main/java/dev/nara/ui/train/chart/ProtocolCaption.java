package dev.nara.ui.train.chart;

import dev.nara.analysis.ProtocolWords;
import dev.nara.eval.CandidateRules;
import dev.nara.run.RunEvent;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Texts;
import java.util.Locale;

/** Describes a run in one line: its algorithm and seed, and of which part and candidates its figures are. */
public final class ProtocolCaption {
    private ProtocolCaption() {}

    /** A run that has not begun; it has no figures yet. */
    public static String of(StoredRun run, Texts texts) {
        return texts.get(
                "train.caption.run",
                Text.of("algorithm." + run.spec().algorithm()),
                run.spec().seed());
    }

    /** A run that has begun. */
    public static String of(RunEvent.Started started, StoredRun run, Texts texts) {
        String who = (started.data().isEmpty() ? "" : started.data() + " · ") + of(run, texts);
        if (started.evaluatedUsers() == 0 && !started.onlyTested()) {
            return who + " · " + texts.get("train.caption.all");
        }
        String among = CandidateRules.amongSamples(started.candidates())
                ? texts.get("train.caption.samples", ProtocolWords.candidates(started.candidates(), texts.locale()))
                : texts.get("train.caption.catalogue", Numbers.grouped(started.items()));
        String metric = run.spec().metrics().split(",", 2)[0];
        if (started.onlyTested()) {
            String split = split(started.split(), texts.locale()).in(texts.locale());
            return who + " · " + texts.get("train.caption.fixed", metric, split, among);
        }
        String what = texts.get(
                "train.caption.figures",
                metric,
                started.epochPart().words(),
                split(ProtocolWords.ofEpochs(run.spec()), texts.locale()),
                among,
                Numbers.grouped(started.evaluatedUsers()));
        return who + " · " + what;
    }

    /** The split as text; its kind has a text of its own if there is one. */
    private static Text split(String spec, Locale locale) {
        int colon = spec.indexOf(':');
        String kind = colon < 0 ? spec : spec.substring(0, colon);
        String key = "train.split." + kind + (colon < 0 ? "" : ".of");
        String argument = spec.substring(colon + 1);
        return Text.exists(key, Locale.ENGLISH)
                ? Text.of(key, kind.equals("time") ? ProtocolWords.day(argument, locale) : argument)
                : Text.of("train.split", spec);
    }
}
