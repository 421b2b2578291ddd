package dev.nara.interchange;

import dev.nara.analysis.DifferenceWords;
import dev.nara.analysis.Gains;
import dev.nara.analysis.GroupGaps;
import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.List;
import java.util.Locale;

/** Who gains and loses in a report: by group, the groups with the most certain differences, and single users. */
final class WhoSection {
    private static final int MOST_CHILDREN = 5;

    private final HtmlPage page;
    private final String metric;
    private final Locale locale;

    private List<String> runs = List.of();

    WhoSection(HtmlPage page, String metric, Locale locale) {
        this.page = page;
        this.metric = metric;
        this.locale = locale;
    }

    /** {@code one} and {@code two} are the numbers of the runs of the verdict. */
    void add(ReportDetails details, long one, long two) {
        runs = List.of(words("column.run.other", one), words("column.run.other", two));
        details.gains().ifPresent(this::gains);
        groups(details.groups());
        children(details.children());
    }

    private void gains(Gains gains) {
        page.heading(words("compare.who"));
        page.paragraph(words(
                "html.gains",
                Numbers.grouped(gains.gained()),
                Numbers.grouped(gains.lost()),
                Numbers.grouped(gains.same())));
        for (Gains.Kind kind : gains.kinds()) {
            page.table(List.of(
                    kind.title().in(locale),
                    words("column.children"),
                    words("html.gained"),
                    words("html.lost"),
                    words("html.change", metric)));
            for (Gains.Bar bar : kind.bars()) {
                page.row(false);
                page.cell(bar.name().in(locale));
                page.number(Numbers.grouped(bar.users().size()));
                page.number(bar.tooFew() ? "" : Numbers.percent(bar.gained(), 0));
                page.number(bar.tooFew() ? "" : Numbers.percent(bar.lost(), 0));
                page.number(
                        bar.tooFew()
                                ? words("compare.too.few")
                                : DifferenceWords.of(bar.change(), bar.low(), bar.high()));
            }
            page.endTable();
        }
    }

    private void groups(List<GroupGaps.Gap> groups) {
        if (groups.isEmpty()) {
            return;
        }
        page.heading(words("compare.groups"));
        page.table(List.of(
                words("column.group"),
                words("column.children"),
                runs.get(0),
                runs.get(1),
                words("column.difference"),
                words("column.p")));
        for (GroupGaps.Gap gap : groups) {
            page.row(false);
            page.cell(gap.group().value().in(locale));
            page.number(Numbers.grouped(gap.group().members().size()));
            page.number(BareNumbers.figure(gap.first()));
            page.number(BareNumbers.figure(gap.second()));
            page.number(DifferenceWords.of(
                    gap.difference(), gap.comparison().low(), gap.comparison().high()));
            page.number(Numbers.chance(gap.corrected()));
        }
        page.endTable();
    }

    private void children(List<ReportDetails.Child> children) {
        if (children.isEmpty()) {
            return;
        }
        int some = Math.min(MOST_CHILDREN, children.size() / 2);
        page.heading(words("html.children"));
        page.table(List.of(words("column.child"), runs.get(0), runs.get(1), words("column.difference")));
        for (int n = children.size() - 1; n >= children.size() - some; n--) {
            child(children.get(n));
        }
        children.subList(0, some).forEach(this::child);
        page.endTable();
    }

    private void child(ReportDetails.Child child) {
        page.row(false);
        page.cell(child.name());
        page.number(BareNumbers.figure(child.first()));
        page.number(BareNumbers.figure(child.second()));
        page.number(BareNumbers.signed(child.first() - child.second(), 3));
    }

    private String words(String key, Object... values) {
        return Text.of(key, values).in(locale);
    }
}
