package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.DifferenceWords;
import dev.nara.analysis.Gains;
import dev.nara.analysis.PairVerdict;
import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Links;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/** Shows who gains and who loses under the better of two settings, by group; a click shows the children of a group. */
final class GainsPane {
    private static final double NAME = 68;
    private static final double COUNT = 32;
    private static final double CHANGE = 44;
    /** The least width of name, count, bars and change with their gaps. */
    private static final double LEAST = NAME + COUNT + CHANGE + 56;

    private final CompareModel model;
    private final Texts texts;
    private final RowLook look;
    private final BiConsumer<String, Set<Integer>> children;
    private final StackPane place = new StackPane();
    private final VBox root;

    /** {@code children} shows those of a group by its name, {@code groups} opens the page with all groups. */
    GainsPane(
            CompareModel model, Texts texts, RowLook look, BiConsumer<String, Set<Integer>> children, Runnable groups) {
        this.model = model;
        this.texts = texts;
        this.look = look;
        this.children = children;
        Label title = Labels.whole(texts.binding("compare.who"), "card-title");
        Label detail = Labels.of(
                Bindings.createStringBinding(
                        this::detail, model.gainsProperty(), model.saidProperty(), texts.localeProperty()),
                "card-detail");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Hyperlink all = Links.of("compare-all-groups", texts.binding("compare.all.groups"), groups);
        all.visibleProperty().bind(model.gainsProperty().isNotNull());
        HBox head = new HBox(title, detail, gap, all);
        head.getStyleClass().add("card-head");
        VBox.setVgrow(place, Priority.ALWAYS);
        root = new VBox(head, place);
        root.setId("compare-who");
        root.getStyleClass().add("card");
        model.gainsProperty().addListener((o, was, is) -> renew());
        model.saidProperty().addListener((o, was, is) -> renew());
    }

    Region root() {
        return root;
    }

    private String detail() {
        Gains gains = model.gainsProperty().get();
        Optional<PairVerdict> verdict = model.verdict();
        return gains == null || verdict.isEmpty()
                ? ""
                : texts.get(
                        "compare.who.detail",
                        verdict.get().first().number(),
                        verdict.get().other().number(),
                        Numbers.grouped(gains.gained()),
                        Numbers.grouped(gains.lost()),
                        Numbers.grouped(gains.same()));
    }

    /** Updates the groups after a change of groups, colours or language. */
    void renew() {
        Gains gains = model.gainsProperty().get();
        if (gains == null) {
            boolean waits =
                    model.verdict().isPresent() && model.messageProperty().get().isEmpty();
            Placeholder none = new Placeholder(texts);
            place.getChildren()
                    .setAll(
                            waits
                                    ? none.loading(Text.of("compare.who.counting"), null)
                                    : none.empty(Text.of("compare.who.none"), null));
            return;
        }
        Color gained = colour(0);
        Color lost = colour(1);
        double most = gains.kinds().stream()
                .flatMap(kind -> kind.bars().stream())
                .filter(bar -> !bar.tooFew())
                .mapToDouble(bar -> Math.max(bar.lost(), bar.gained()))
                .max()
                .orElse(1);
        EvenColumns kinds = new EvenColumns(LEAST, 24, 12);
        for (Gains.Kind kind : gains.kinds()) {
            kinds.getChildren().add(kind(kind, Math.max(most, 0.01), lost, gained));
        }
        if (!kinds.getChildren().isEmpty()) {
            VBox last = (VBox) kinds.getChildren().get(kinds.getChildren().size() - 1);
            last.getChildren().addAll(legend(lost, gained));
        }
        place.getChildren().setAll(kinds);
    }

    /** The colour of the better setting of the pair, 0, or the other, 1. */
    private Color colour(int place) {
        return model.verdict()
                .map(verdict -> place == 0 ? verdict.first() : verdict.other())
                .flatMap(standing -> model.rows().stream()
                        .filter(row -> row.number() == standing.number())
                        .findFirst())
                .map(this::strong)
                .orElse(look.colours().accent());
    }

    private Color strong(ComparedRow row) {
        return look.colour(row);
    }

    private VBox kind(Gains.Kind kind, double most, Color lost, Color gained) {
        VBox column = new VBox(2);
        Label title = new Label(texts.of(kind.title()));
        title.getStyleClass().addAll("caption", "strong", "gains-title");
        column.getChildren().add(title);
        for (Gains.Bar bar : kind.bars()) {
            column.getChildren().add(bar(bar, most, lost, gained));
        }
        return column;
    }

    private Button bar(Gains.Bar bar, double most, Color lost, Color gained) {
        String name = texts.of(bar.name());
        Label named = label(name, NAME, Pos.CENTER_LEFT);
        Tips.on(named, name);
        Label count = label(Numbers.grouped(bar.users().size()), COUNT, Pos.CENTER_RIGHT, "muted");
        GainBars bars = new GainBars(bar, most, lost, gained, look.colours());
        HBox.setHgrow(bars, Priority.ALWAYS);
        Label change = label(
                bar.tooFew() ? texts.get("compare.too.few") : BareNumbers.signed(bar.change(), 3),
                CHANGE,
                Pos.CENTER_RIGHT,
                bar.tooFew() || bar.unsure() ? "faint" : "strong");
        HBox line = new HBox(4, named, count, bars, change);
        line.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setGraphic(line);
        button.getStyleClass().setAll("button", "gain-bar");
        button.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(button.widthProperty());
        String words = bar.tooFew()
                ? texts.get("compare.bar.few", name, bar.users().size())
                : texts.get(
                        "compare.bar",
                        name,
                        Numbers.grouped(bar.users().size()),
                        Numbers.percent(bar.gained(), 0),
                        Numbers.percent(bar.lost(), 0),
                        DifferenceWords.of(bar.change(), bar.low(), bar.high()));
        button.setAccessibleText(words);
        Tips.on(button, words);
        button.setOnAction(e -> children.accept(name, Set.copyOf(bar.users())));
        return button;
    }

    private static Label label(String text, double width, Pos side, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setAlignment(side);
        ForestCell.width(label, width);
        return label;
    }

    private List<Node> legend(Color lost, Color gained) {
        Label number = new Label(texts.get(
                "compare.legend.change", String.valueOf(model.metricProperty().get())));
        number.getStyleClass().add("caption");
        number.setPadding(new Insets(2, 0, 0, 0));
        Label pale = new Label(texts.get("compare.legend.pale"));
        pale.getStyleClass().add("caption");
        return List.of(entry("compare.legend.lost", lost), entry("compare.legend.gained", gained), pale, number);
    }

    private Label entry(String key, Color colour) {
        Label entry = new Label(texts.get(key));
        entry.getStyleClass().add("caption");
        entry.setGraphic(new Rectangle(10, 10, colour));
        return entry;
    }
}
