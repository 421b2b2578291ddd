package dev.nara.ui.data.cards;

import dev.nara.data.Finding;
import dev.nara.data.prepare.Step;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import dev.nara.ui.common.WhyOff;
import dev.nara.ui.data.figures.RowsQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The card <i>What was fixed</i>: a row per finding that needs a decision, with a switch if it can be repaired; other findings are folded.
 */
public final class RepairCard extends VBox {
    private static final String BETWEEN = " · ";
    /** The number of rows that fit in a small window. */
    private static final int SHOWN = 5;

    /** The width of the column of examples as a share of the card, in a wide window. */
    private static final double EXAMPLE = 0.34;

    private static final double LEAST_EXAMPLE = 204;

    /** The number of letters that fit in the column of examples. */
    private static final int MOST_EXAMPLE = 32;

    private static final Pattern OPTION = Pattern.compile("--([a-z]+) \"([^\"]*)\"");

    private final Texts texts;
    private final Pseudonymiser pseudonymiser;
    private final BiConsumer<String, Boolean> repair;
    private final Consumer<RowsQuery> open;
    private final Label counts = new Label();
    private final Label look = new Label();
    private final Label example;
    private final VBox rows = new VBox();
    private final ToggleButton fold = new ToggleButton();
    private final DoubleBinding exampleWidth =
            Bindings.createDoubleBinding(() -> Math.max(LEAST_EXAMPLE, EXAMPLE * getWidth()), widthProperty());
    /** The number of rows in addition to those of a small window. */
    private int room;

    private Runnable refill = () -> {};

    /** {@code repair} gets a repair and whether to turn it on, {@code open} shows rows. */
    public RepairCard(
            Texts texts, Pseudonymiser pseudonymiser, BiConsumer<String, Boolean> repair, Consumer<RowsQuery> open) {
        this.texts = texts;
        this.pseudonymiser = pseudonymiser;
        this.repair = repair;
        this.open = open;
        counts.getStyleClass().add("card-detail");
        look.setId("data-to-look-at");
        look.getStyleClass().addAll("card-detail", "warn");
        example = new Label();
        example.textProperty().bind(texts.binding("data.example"));
        example.getStyleClass().addAll("card-detail", "finding-example");
        asWide(example);
        fold.setId("data-findings-rest");
        fold.getStyleClass().addAll("flat", "finding-fold");
        fold.setMaxWidth(Double.MAX_VALUE);
        rows.setId("data-findings");
        getStyleClass().addAll("card", "data-card");
        HBox said = new HBox(counts, look);
        said.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new Numbered(2, texts.binding("data.card.mended"), said, example), rows, fold);
    }

    public void show(Opened opened) {
        List<Finding> findings = opened.quality();
        List<String> repairs = opened.prepared().recipe().preparation().repairs();
        long made = FindingOrder.made(findings, repairs);
        long left = FindingOrder.open(findings, repairs);
        String on = texts.get("data.mended.on", made) + (left > 0 ? BETWEEN : "");
        counts.setText(made + left == 0 ? texts.get("data.mended.none") : on);
        look.setText(left > 0 ? texts.get("data.mended.look", left) : "");
        List<Finding> decisions = FindingOrder.decisions(findings, repairs);
        List<Finding> rest = FindingOrder.rest(findings);
        example.setVisible(made + left > 0);
        refill = () -> fill(opened, decisions, rest);
        fold.setOnAction(e -> refill.run());
        refill.run();
    }

    /** Sets how many additional rows are unfolded in a higher window. */
    public void room(int rows) {
        if (rows != room) {
            room = rows;
            refill.run();
        }
    }

    private void asWide(Region one) {
        one.minWidthProperty().bind(exampleWidth);
        one.prefWidthProperty().bind(exampleWidth);
        one.maxWidthProperty().bind(exampleWidth);
    }

    private void fill(Opened opened, List<Finding> decisions, List<Finding> rest) {
        boolean all = fold.isSelected();
        rows.getChildren().clear();
        List<Finding> ordered = new ArrayList<>(decisions);
        ordered.addAll(rest);
        int usual = Math.min(decisions.size(), SHOWN) + room;
        int shown = all ? ordered.size() : Math.min(usual, ordered.size());
        ordered.subList(0, shown).forEach(finding -> rows.getChildren().add(row(finding, opened)));
        if (decisions.isEmpty() && rest.isEmpty()) {
            Label fine = new Label(texts.get("data.findings.none"));
            fine.getStyleClass().add("muted");
            rows.getChildren().add(fine);
        }
        int more = Math.max(0, decisions.size() - usual);
        List<Finding> folded = rest.subList(Math.max(0, Math.min(usual - decisions.size(), rest.size())), rest.size());
        fold.setVisible(more + folded.size() > 0);
        fold.setManaged(fold.isVisible());
        fold.setGraphic(Icons.of(all ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        fold.setText(all ? texts.get("data.findings.fold") : folded(more, folded));
        Tips.on(fold, folded(more, folded));
    }

    private String folded(int more, List<Finding> rest) {
        String names = rest.stream()
                .map(finding -> texts.get("finding." + finding.id() + ".name") + " " + Numbers.grouped(finding.count()))
                .collect(Collectors.joining(", "));
        String first = more > 0 ? texts.get("data.findings.more", more) + BETWEEN : "";
        return rest.isEmpty()
                ? texts.get("data.findings.more", more)
                : first + texts.get("data.findings.rest", rest.size(), names);
    }

    private Region row(Finding finding, Opened opened) {
        List<String> repairs = opened.prepared().recipe().preparation().repairs();
        boolean repaired = FindingOrder.isRepaired(finding, repairs);
        boolean decided =
                repaired || !FindingOrder.decisions(List.of(finding), repairs).contains(finding);
        HBox row = new HBox(sign(finding, repaired));
        row.getStyleClass().add("finding-row");
        Label count = new Label(Numbers.grouped(finding.count()));
        count.getStyleClass().addAll("finding-count", "strong");
        if (!decided) {
            count.getStyleClass().add("warn");
        }
        Label what = new Label(words(finding.id(), texts));
        what.getStyleClass().add("finding-what");
        what.setMaxWidth(Double.MAX_VALUE);
        Tips.on(what, about(finding, opened));
        HBox.setHgrow(what, Priority.ALWAYS);
        row.getChildren().addAll(count, what, example(finding));
        return row;
    }

    private Region sign(Finding finding, boolean repaired) {
        if (finding.repair().isEmpty()) {
            Region none = new Region();
            none.getStyleClass().add("finding-switch");
            return none;
        }
        SwitchBox on = new SwitchBox("repair-" + finding.repair());
        on.getStyleClass().add("finding-switch");
        on.setSelected(repaired);
        on.setAccessibleText(texts.get("repair." + finding.repair()));
        Tips.on(on, texts.get("repair." + finding.repair()));
        on.setOnAction(e -> repair.accept(finding.repair(), on.isSelected()));
        return on;
    }

    /** A kind of finding with a short text on its effect. */
    static String words(String finding, Texts texts) {
        String cost = "finding." + finding + ".cost";
        return texts.get("finding." + finding + ".name") + "; "
                + (Text.exists(cost, Locale.ENGLISH)
                        ? texts.get(cost)
                        : within(texts.get("finding." + finding + ".effect")));
    }

    /** A sentence in the form used within another sentence. */
    private static String within(String sentence) {
        boolean word =
                sentence.startsWith("A ") || (sentence.length() > 1 && Character.isLowerCase(sentence.charAt(1)));
        String begun = word ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
        return begun.endsWith(".") ? begun.substring(0, begun.length() - 1) : begun;
    }

    /** All details of a finding, and the number of rows after its repair. */
    private String about(Finding finding, Opened opened) {
        StringBuilder all = new StringBuilder(texts.get("finding." + finding.id(), Numbers.grouped(finding.count())))
                .append(".\n")
                .append(texts.get("finding." + finding.id() + ".effect"));
        for (Step step : opened.prepared().steps()) {
            if (step.id().equals("repair." + finding.repair())) {
                all.append('\n')
                        .append(texts.get(
                                "data.finding.rows",
                                Numbers.grouped(step.after().rows()),
                                Numbers.grouped(
                                        step.before().rows() - step.after().rows())));
            }
        }
        return all.toString();
    }

    /** The examples of a finding; command-line options are replaced by the names of the fields of the preparation. */
    private List<String> shown(Finding finding) {
        return finding.examples().stream()
                .map(one -> OPTION.matcher(one)
                        .replaceAll(option ->
                                Matcher.quoteReplacement(texts.setting(option.group(1)) + ": " + option.group(2))))
                .toList();
    }

    /** The first examples, as many as fit. */
    private String examples(Finding finding) {
        StringBuilder all = new StringBuilder();
        for (String one : shown(finding)) {
            if (all.length() > 0 && all.length() + one.length() > MOST_EXAMPLE) {
                break;
            }
            all.append(all.length() > 0 ? BETWEEN : "").append(one);
        }
        return all.toString();
    }

    /** Examples contain ids of users and items, which are hidden in presentation mode. */
    private Region example(Finding finding) {
        boolean hidden = pseudonymiser.onProperty().get();
        String words = hidden ? texts.get("child.masked") : examples(finding);
        Optional<RowsQuery> query = hidden || finding.examples().isEmpty()
                ? Optional.<RowsQuery>empty()
                : RowsQuery.ofExample(finding.id(), finding.examples().get(0));
        Hyperlink link = new Hyperlink(words);
        link.getStyleClass().add("finding-example");
        asWide(link);
        Tips.on(link, hidden ? words : String.join("\n", shown(finding)));
        link.setDisable(query.isEmpty());
        WhyOff.say(link, new SimpleStringProperty(hidden ? words : ""));
        link.setOnAction(e -> query.ifPresent(open));
        return link;
    }
}
