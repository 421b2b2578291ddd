package dev.nara.ui.common;

import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.kordamp.ikonli.feather.Feather;

/** Shows that a submission was written, with the result of its checks. */
public final class WrittenSubmission {
    private WrittenSubmission() {}

    /** Shows the note; {@code warnings} are the findings of the check. */
    public static void tell(Frame frame, Path file, int lists, List<Text> warnings) {
        Texts texts = frame.texts();
        boolean odd = !warnings.isEmpty();
        String passed = texts.get("written.submission.rules");
        String found = warnings.stream().map(texts::of).collect(Collectors.joining("\n"));
        String name = texts.get(odd ? "written.submission.warnings" : "written.submission.check");
        frame.notices()
                .written(
                        odd ? Note.Kind.WARNED : Note.Kind.DONE,
                        texts.get("written.submission"),
                        (odd
                                        ? texts.get("written.submission.odd", Numbers.grouped(lists), warnings.size())
                                        : texts.get("written.submission.good", Numbers.grouped(lists)))
                                + " " + texts.get("export.ids"),
                        file,
                        new Note.Step(name, odd ? Feather.ALERT_TRIANGLE : Feather.CHECK_CIRCLE, () -> frame.dialogs()
                                .inform(name, odd ? found + "\n\n" + passed : passed)));
    }
}
