package dev.nara.ui.shell;

import dev.nara.ui.common.Actions;
import dev.nara.ui.common.Layers;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.help.HelpController;
import dev.nara.ui.palette.CommandPalette;
import dev.nara.ui.runs.RunList;
import java.util.List;
import java.util.Map;

/** The sources of the command palette, and the actions on what is found. */
final class FindAnything {
    /** The actions that are suggested first, by workspace. */
    private static final Map<String, List<String>> FITTING = Map.of(
            "data", List.of("open", "open.file", "data.quality", "data.split", "workspace.train"),
            "train", List.of("start", "repeat", "paste.settings", "run.new", "search"),
            "tune", List.of("search", "pause", "stop", "workspace.compare", "workspace.train"),
            "compare", List.of("repeat", "run.export", "run.star", "export.chart", "workspace.child"),
            "child", List.of("present", "export.recommendations", "workspace.compare", "workspace.train", "help"),
            "export", List.of("export.submission", "export.recommendations", "run.fit", "run.export", "help"));

    private FindAnything() {}

    static CommandPalette of(
            Layers layers,
            ScreenContext shared,
            Actions actions,
            Screens screens,
            RunList runs,
            Switcher switcher,
            HelpController guide,
            PreferencesSheet preferences) {
        var texts = shared.frame().texts();
        return new CommandPalette(
                layers,
                shared.frame().jobs(),
                texts,
                List.of(
                        new FoundActions(actions, texts),
                        new FoundFields(screens.train().form(), texts, () -> switcher.show("train")),
                        preferences.found(),
                        new FoundRuns(shared, run -> {
                            if (switcher.shows("data")) {
                                switcher.show("train");
                            }
                            runs.choose(List.of(run));
                        }),
                        new FoundChildren(shared, child -> {
                            switcher.show("child");
                            screens.child().show(child);
                        }),
                        new FoundPages(guide)),
                () -> FITTING.getOrDefault(switcher.shown(), List.of()),
                guide::seek);
    }
}
