package dev.nara.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was on screen last.
 *
 * @param data the path of the data that was open, "" for none
 * @param workspace the name of the one on screen, "" for none
 * @param run the number of the run on screen, 0 for none
 * @param child the id of the child on screen, "" for none
 * @param draft the settings on the form, as a command; "" for none
 * @param varied the values of settings on the form that have several, by parameter, as in {@code --space}
 * @param lately the keys of what was chosen in the command palette, the latest first
 * @param views what else a part of the window keeps, by its name
 */
public record LeftAt(
        String data,
        String workspace,
        long run,
        String child,
        String draft,
        Map<String, String> varied,
        List<String> lately,
        Map<String, String> views) {
    /** Nothing was on screen. */
    public static final LeftAt NOWHERE = new LeftAt("", "", 0, "", "", Map.of(), List.of(), Map.of());

    /** What a file lacks was not on screen. */
    public LeftAt {
        data = Objects.requireNonNullElse(data, "");
        workspace = Objects.requireNonNullElse(workspace, "");
        child = Objects.requireNonNullElse(child, "");
        draft = Objects.requireNonNullElse(draft, "");
        varied = varied == null ? Map.of() : Map.copyOf(varied);
        lately = lately == null ? List.of() : List.copyOf(lately);
        views = views == null ? Map.of() : Map.copyOf(views);
    }

    /** The same with other things chosen in the command palette. */
    public LeftAt lately(List<String> chosen) {
        return new LeftAt(data, workspace, run, child, draft, varied, chosen, views);
    }

    /** The same without a child: neither on screen nor among what was chosen. */
    LeftAt without(String id) {
        return new LeftAt(
                data,
                workspace,
                run,
                child.equals(id) ? "" : child,
                draft,
                varied,
                lately.stream().filter(key -> !key.equals("child:" + id)).toList(),
                views);
    }
}
