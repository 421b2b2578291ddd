package dev.nara.interchange;

import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.SettingWords;
import dev.nara.analysis.SettingsComparison;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings in a report: differing ones first, all others collapsed; those of the algorithm apart from those of the run. */
final class SettingsSection {
    private final HtmlPage page;
    private final Locale locale;

    SettingsSection(HtmlPage page, Locale locale) {
        this.page = page;
        this.locale = locale;
    }

    /** For several settings, the reference first. */
    void differences(List<ComparedRow> settings, Function<ComparedRow, String> name) {
        List<Map<String, String>> values =
                settings.stream().map(ComparedRow::settings).toList();
        List<String> differing = SettingWords.differing(values);
        page.heading(words("compare.differs"));
        if (differing.isEmpty()) {
            page.paragraph(words("compare.settings.empty"));
        } else {
            List<String> columns = new ArrayList<>(List.of(words("column.setting")));
            settings.forEach(row -> columns.add(name.apply(row)));
            page.table(columns);
            for (String one : differing) {
                page.row(false);
                page.cell(named(one));
                String reference = values.get(0).getOrDefault(one, "");
                for (Map<String, String> each : values) {
                    String value = each.getOrDefault(one, "");
                    page.cell(SettingWords.value(one, value, locale), !value.equals(reference));
                }
            }
            page.endTable();
        }
        rest(settings.get(0).runs().get(0), differing);
    }

    /** For one run; {@code differing} are the settings that differ from defaults. */
    void of(StoredRun run, List<String> differing) {
        Map<String, String> values = SettingsComparison.settings(run.spec());
        page.heading(words("html.settings"));
        if (!differing.isEmpty()) {
            page.table(List.of(words("column.setting"), words("html.not.usual")));
            for (String one : differing) {
                page.row(false);
                page.cell(named(one));
                page.cell(SettingWords.value(one, values.getOrDefault(one, ""), locale), true);
            }
            page.endTable();
        }
        rest(run, differing);
    }

    private void rest(StoredRun run, List<String> differing) {
        fold("html.settings.method", run.spec().values(), differing);
        fold("html.settings.run", run.spec().run().values(), differing);
        fold(
                "html.settings.data",
                Stream.of(
                                Map.entry("data", run.spec().data()),
                                Map.entry("fingerprint", run.spec().fingerprint()),
                                Map.entry(
                                        "program",
                                        run.environment().program() + ", Java "
                                                + run.environment().java()),
                                Map.entry("system", run.environment().system()))
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new)),
                differing);
    }

    private void fold(String key, Map<String, String> values, List<String> without) {
        List<String> names =
                values.keySet().stream().filter(name -> !without.contains(name)).toList();
        if (names.isEmpty()) {
            return;
        }
        page.fold(words(key, names.size()));
        page.table(List.of());
        for (String name : names) {
            page.row(false);
            page.cell(named(name));
            String value = values.getOrDefault(name, "");
            page.cell(key.equals("html.settings.data") ? value : SettingWords.value(name, value, locale));
        }
        page.endTable();
        page.endFold();
    }

    private String named(String name) {
        return Stream.of("parameter." + name, "train." + name, "detail." + name, "html." + name)
                .filter(key -> Text.exists(key, locale))
                .findFirst()
                .map(key -> words(key))
                .orElse(name);
    }

    private String words(String key, Object... values) {
        return Text.of(key, values).in(locale);
    }
}
