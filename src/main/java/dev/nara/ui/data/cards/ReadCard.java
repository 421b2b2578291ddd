package dev.nara.ui.data.cards;

import dev.nara.data.ColumnRole;
import dev.nara.data.Dataset;
import dev.nara.data.Profile;
import dev.nara.data.read.Glimpse;
import dev.nara.interchange.SkippedRowsFile;
import dev.nara.spec.SplitParts.Days;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import dev.nara.ui.data.figures.DataWords;
import dev.nara.ui.data.opening.DataSurroundings;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import javafx.geometry.VPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The card on what was read: the format and why it was recognised, files, rows, period, and the first rows as written in the file. */
public final class ReadCard extends VBox {
    private static final String BETWEEN = " · ";
    private static final double FACTS = 232;
    private static final double MEGABYTE = 1_000_000;

    private final Texts texts;
    private final DataSurroundings around;
    private final Path workspace;
    private final Label title = new Label();
    private final GridPane facts = new GridPane();
    private final HBox links = new HBox(8);
    private final PreviewGrid preview;
    /** Shown instead of the first rows. */
    private final Placeholder unread;

    /** {@code change} opens the settings of columns and reading, {@code choose} sets the role of a column. */
    public ReadCard(
            Texts texts,
            Pseudonymiser pseudonymiser,
            DataSurroundings around,
            Path workspace,
            Runnable change,
            BiConsumer<Integer, ColumnRole> choose) {
        this.texts = texts;
        this.around = around;
        this.workspace = workspace;
        preview = new PreviewGrid(texts, pseudonymiser, choose);
        title.setId("data-title");
        title.getStyleClass().add("card-detail");
        Hyperlink refresh = link("data-refresh", "action.data.refresh", around::refresh);
        refresh.visibleProperty().bind(around.refreshableProperty());
        refresh.managedProperty().bind(refresh.visibleProperty());
        links.getChildren().addAll(refresh, link("data-roles", "data.roles.change", change));
        getStyleClass().addAll("card", "data-card");
        facts.getStyleClass().add("read-facts");
        ColumnConstraints names = new ColumnConstraints(64);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(names, values);
        facts.setMinWidth(FACTS);
        facts.setPrefWidth(FACTS);
        unread = new Placeholder(texts);
        unread.setId("data-preview-unread");
        unread.setVisible(false);
        unread.setMinHeight(0);
        StackPane rows = new StackPane(preview, unread);
        rows.setMinWidth(0);
        HBox.setHgrow(rows, Priority.ALWAYS);
        HBox content = new HBox(16, facts, rows);
        getChildren().addAll(new Numbered(1, texts.binding("data.card.read"), title, links), content);
    }

    private Hyperlink link(String id, String key, Runnable act) {
        Hyperlink link = new Hyperlink();
        link.setId(id);
        link.textProperty().bind(texts.binding(key));
        link.setOnAction(e -> act.run());
        return link;
    }

    /** Shows what was read; the first rows are null until they are known. */
    public void show(Opened opened, @Nullable Glimpse glimpse, DataWords words) {
        title.setText(opened.dataset().name());
        Tips.on(title, opened.dataset().path().toString());
        Profile profile = opened.profile();
        String format = opened.dataset().format();
        facts.getChildren().clear();
        fact("data.fact.format", texts.get("formatname." + format), "strong");
        fact("", why(opened, glimpse), "muted");
        fact("data.fact.files", files(opened, glimpse), "");
        fact(
                "data.fact.rows",
                Numbers.grouped(opened.prepared().raw().interactions().size()),
                "");
        skipped(opened.prepared().raw());
        if (opened.dataset().clock()) {
            opened.profile().activity().days().entrySet().stream()
                    .findFirst()
                    .ifPresent(first -> fact(
                            "data.fact.period",
                            words.period(new Days(
                                    first.getKey(),
                                    opened.profile().activity().days().lastKey())),
                            ""));
        } else {
            fact("data.fact.period", texts.get("data.no.dates"), "");
        }
        fact(
                words.key("head.users"),
                Numbers.grouped(profile.activeUsers()) + BETWEEN + words.items(profile.watchedItems()),
                "");
        if (glimpse != null) {
            preview.show(
                    glimpse, opened.dataset(), words, opened.prepared().recipe().columns() != null);
        } else {
            preview.clear();
            unread.loadingSoon(Text.of("data.preview.reading"));
        }
        unread.setVisible(glimpse == null);
    }

    /** Says that the first rows are not available. */
    public void unseen() {
        unread.empty(Text.of("data.preview.none"), null);
    }

    /** Why the format was chosen; files are counted once the first rows are known. */
    private String why(Opened opened, @Nullable Glimpse glimpse) {
        if (opened.prepared().recipe().columns() != null) {
            return texts.get("formatwhy.said");
        }
        String format = opened.dataset().format();
        return glimpse == null && format.equals("service")
                ? ""
                : texts.get("formatwhy." + format, glimpse == null ? 0 : glimpse.files());
    }

    /** Shows the number of unreadable rows, with a link to their list. */
    private void skipped(Dataset read) {
        int rows = read.source().skipped().size();
        if (rows > 0) {
            Hyperlink list = new Hyperlink(texts.get("data.skipped", Numbers.grouped(rows)));
            list.setId("data-skipped");
            list.setOnAction(e -> around.show(SkippedRowsFile.of(read.path(), workspace)));
            Tips.on(list, texts.get("data.skipped.help"));
            Label name = new Label(texts.get("data.fact.skipped"));
            name.getStyleClass().add("muted");
            name.setMinWidth(Region.USE_PREF_SIZE);
            facts.addRow(facts.getRowCount(), name, list);
        }
    }

    private String files(Opened opened, @Nullable Glimpse glimpse) {
        String encoding = opened.dataset().source().encoding();
        if (glimpse == null) {
            return encoding;
        }
        String size = glimpse.bytes() < MEGABYTE
                ? texts.get("data.kilobytes", Math.max(1, glimpse.bytes() / 1000))
                : texts.get("data.megabytes", Math.round(glimpse.bytes() / MEGABYTE));
        String files = Integer.toString(glimpse.files());
        return encoding.isEmpty()
                ? String.join(BETWEEN, files, size)
                : String.join(BETWEEN, files, size, encoding + ", " + delimiter(glimpse.delimiter()));
    }

    private String delimiter(String written) {
        return switch (written) {
            case "," -> texts.get("data.commas");
            case "\t" -> texts.get("data.tabs");
            case " " -> texts.get("data.spaces");
            default -> written;
        };
    }

    private void fact(String key, String value, String style) {
        Label name = new Label(key.isEmpty() ? "" : texts.get(key));
        name.getStyleClass().add("muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label shown = new Label(value);
        Tips.on(shown, value);
        shown.setWrapText(true);
        shown.setMinHeight(Region.USE_PREF_SIZE);
        name.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setValignment(name, VPos.TOP);
        if (!style.isEmpty()) {
            shown.getStyleClass().add(style);
        }
        facts.addRow(facts.getRowCount(), name, shown);
    }
}
