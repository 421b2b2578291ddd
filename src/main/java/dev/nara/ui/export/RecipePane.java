package dev.nara.ui.export;

import dev.nara.competition.ComposeRecipe;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The recipe of lists: its blocks, ordered by dragging, the settings of the chosen one, and the filters of all. */
final class RecipePane extends SplitPane {
    private static final int MOST = 25;

    private final ExportModel model;
    private final Texts texts;
    private final ListView<ComposeRecipe.Block> list = new ListView<>();
    private final ComboBox<String> seen = new ComboBox<>();
    private final ComboBox<String> blend = new ComboBox<>();
    private final TextField take = new TextField();
    private final TextField ages = new TextField();
    private final TextField weights = new TextField();
    private final TextField series = new TextField();
    private final TextField genres = new TextField();
    private final TextField without = new TextField();
    private final TextField share = new TextField();
    private final TextField diversity = new TextField();
    private final GridPane settings = new GridPane();
    private boolean filling;

    RecipePane(ExportModel model, Texts texts, ExportView.Requests requests) {
        this.model = model;
        this.texts = texts;
        list.setId("compose-blocks");
        list.setItems(model.blocks());
        list.accessibleTextProperty().bind(texts.binding("export.blocks"));
        Label empty = new Label();
        empty.textProperty().bind(texts.binding("export.blocks.empty"));
        empty.setWrapText(true);
        empty.getStyleClass().add("empty-text");
        list.setPlaceholder(empty);
        list.setCellFactory(view -> new BlockCell());
        list.getSelectionModel().selectedIndexProperty().addListener((o, was, is) -> fill());
        Label title = new Label();
        title.textProperty().bind(texts.binding("export.blocks"));
        title.getStyleClass().add("section-title");
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(title, list, buttons(requests));
        left.getStyleClass().add("side");
        left.setMinWidth(220);
        fields();
        ScrollPane scroll = new ScrollPane(settings);
        scroll.setFitToWidth(true);
        getItems().addAll(left, scroll);
        setDividerPositions(0.44);
        model.filtersProperty().addListener((o, was, is) -> fill());
        texts.localeProperty().addListener((o, was, is) -> {
            list.refresh();
            fill();
        });
        list.getSelectionModel().selectFirst();
        fill();
    }

    private Node buttons(ExportView.Requests requests) {
        MenuButton add = new MenuButton();
        add.setId("compose-add");
        add.textProperty().bind(texts.binding("export.add"));
        add.setOnShowing(e ->
                add.getItems().setAll(requests.offers().stream().map(this::item).toList()));
        // Without an entry it would not open at all.
        add.getItems().add(new MenuItem());
        Button remove = Tables.button(texts, "compose-remove", "export.remove", () -> {
            int at = list.getSelectionModel().getSelectedIndex();
            if (at >= 0) {
                model.blocks().remove(at);
            }
        });
        Button up = Tables.button(texts, "compose-up", "export.up", () -> move(-1));
        Button down = Tables.button(texts, "compose-down", "export.down", () -> move(1));
        Button open = Tables.button(texts, "compose-open", "export.recipe.open", requests::open);
        Button save = Tables.button(texts, "compose-save", "export.recipe.save", requests::save);
        FlowPane row = new FlowPane(add, remove, up, down, open, save);
        row.getStyleClass().add("left-runs-buttons");
        return row;
    }

    private MenuItem item(ExportView.Offer offer) {
        MenuItem item = new MenuItem(offer.name());
        item.setMnemonicParsing(false);
        item.setOnAction(e -> {
            model.blocks().add(offer.block());
            list.getSelectionModel().selectLast();
        });
        return item;
    }

    private void move(int places) {
        move(
                list.getSelectionModel().getSelectedIndex(),
                list.getSelectionModel().getSelectedIndex() + places);
    }

    private void move(int from, int to) {
        if (from >= 0
                && to >= 0
                && from != to
                && from < model.blocks().size()
                && to < model.blocks().size()) {
            ComposeRecipe.Block block = model.blocks().remove(from);
            model.blocks().add(to, block);
            list.getSelectionModel().clearAndSelect(to);
        }
    }

    private void fields() {
        settings.getStyleClass().addAll("facts", "side");
        seen.setId("block-seen");
        seen.getItems().addAll("", "any", "new", "only");
        Words.show(seen, texts, s -> texts.get("seen." + (s.isEmpty() ? "usual" : s)));
        seen.setOnAction(e -> changed());
        blend.setId("block-blend");
        blend.getItems().addAll("ranks", "scores");
        Words.show(blend, texts, s -> texts.get("blend." + s));
        blend.setOnAction(e -> changed());
        int row = 0;
        heading("export.of.block", row++);
        field("export.seen", seen, row++);
        field("export.take", id(take, "block-take"), row++);
        field("export.ages", id(ages, "block-ages"), row++);
        field("export.blending", blend, row++);
        field("export.weights", id(weights, "block-weights"), row++);
        heading("export.of.all", row++);
        field("export.series", id(series, "filter-series"), row++);
        field("export.genres", id(genres, "filter-genres"), row++);
        field("export.without", id(without, "filter-without"), row++);
        field("export.share", id(share, "filter-share"), row++);
        field("export.diversity", id(diversity, "filter-diversity"), row);
    }

    private TextField id(TextField field, String id) {
        field.setId(id);
        field.setOnAction(e -> changed());
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                changed();
            }
        });
        return field;
    }

    private void heading(String key, int row) {
        Label title = new Label();
        title.textProperty().bind(texts.binding(key));
        title.getStyleClass().add("section-title");
        settings.add(title, 0, row, 2, 1);
    }

    private void field(String key, Control control, int row) {
        Label name = new Label();
        name.textProperty().bind(texts.binding(key));
        name.getStyleClass().add("fact-name");
        name.setLabelFor(control);
        name.setMinWidth(Region.USE_PREF_SIZE);
        control.setMaxWidth(Double.MAX_VALUE);
        GridPane.setHgrow(control, Priority.ALWAYS);
        settings.addRow(row, name, control);
    }

    /** Puts the chosen block and the filters into the fields. */
    private void fill() {
        filling = true;
        int at = list.getSelectionModel().getSelectedIndex();
        boolean one = at >= 0 && at < model.blocks().size();
        List.of(seen, blend, take, ages, weights).forEach(field -> field.setDisable(!one));
        if (one) {
            ComposeRecipe.Block block = model.blocks().get(at);
            seen.setValue(block.seen());
            blend.setValue(block.blend());
            take.setText(block.take() == 0 ? "" : Integer.toString(block.take()));
            ages.setText(block.ages());
            weights.setText(block.runs().entrySet().stream()
                    .map(run -> run.getKey() + "=" + Numbers.plain(run.getValue()))
                    .collect(Collectors.joining(", ")));
            boolean several = block.runs().size() > 1;
            blend.setDisable(!several);
            weights.setDisable(!several);
        }
        ComposeRecipe.Filters filters = model.filtersProperty().get();
        series.setText(filters.seriesAtMost() == 0 ? "" : Integer.toString(filters.seriesAtMost()));
        genres.setText(String.join(", ", filters.genres()));
        without.setText(String.join(", ", filters.withoutGenres()));
        share.setText(plain(filters.minimumWatchedShare()));
        diversity.setText(plain(filters.diversity()));
        filling = false;
    }

    private static String plain(double share) {
        return share == 0 ? "" : Numbers.plain(share);
    }

    /** Takes what stands in the fields; what makes no sense is put back. */
    private void changed() {
        if (filling) {
            return;
        }
        int at = list.getSelectionModel().getSelectedIndex();
        if (at >= 0 && at < model.blocks().size()) {
            ComposeRecipe.Block old = model.blocks().get(at);
            ComposeRecipe.Block block = new ComposeRecipe.Block(
                    old.algorithm(),
                    old.values(),
                    runs(old),
                    blend.getValue(),
                    seen.getValue(),
                    whole(take.getText(), old.take(), MOST),
                    ComposeRecipe.areAges(ages.getText().strip())
                            ? ages.getText().strip()
                            : old.ages());
            if (!block.equals(old)) {
                model.blocks().set(at, block);
                list.getSelectionModel().clearAndSelect(at);
            }
        }
        ComposeRecipe.Filters was = model.filtersProperty().get();
        ComposeRecipe.Filters filters = new ComposeRecipe.Filters(
                whole(series.getText(), was.seriesAtMost(), MOST),
                words(genres.getText()),
                words(without.getText()),
                share(share.getText(), was.minimumWatchedShare()),
                share(diversity.getText(), was.diversity()));
        if (!filters.equals(was)) {
            model.filtersProperty().set(filters);
        }
        fill();
    }

    /** The weights of the runs, as "3=1, 7=0.5"; others than those of the block are not taken. */
    private Map<String, Double> runs(ComposeRecipe.Block old) {
        Map<String, Double> found = new LinkedHashMap<>(old.runs());
        for (String part : weights.getText().split(",", -1)) {
            String[] sides = part.strip().split("=", -1);
            if (sides.length == 2 && found.containsKey(sides[0].strip())) {
                double weight = share(sides[1], -1, 1000);
                if (weight > 0) {
                    found.put(sides[0].strip(), weight);
                }
            }
        }
        return found;
    }

    private static int whole(String text, int old, int most) {
        String typed = text.strip();
        return typed.isEmpty() ? 0 : typed.matches("\\d{1,3}") ? Math.min(most, Integer.parseInt(typed)) : old;
    }

    private static double share(String text, double old) {
        return text.isBlank() ? 0 : share(text, old, 1);
    }

    private static double share(String text, double old, double most) {
        try {
            double number = Double.parseDouble(text.strip());
            return number >= 0 && number <= most ? number : old;
        } catch (NumberFormatException e) {
            return old;
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private String named(ComposeRecipe.Block block) {
        return block.algorithm().isEmpty()
                ? texts.get("export.of.runs", String.join(" + ", block.runs().keySet()))
                : texts.get("algorithm." + block.algorithm());
    }

    private final class BlockCell extends ListCell<ComposeRecipe.Block> {
        private final Label name = new Label();
        private final Label detail = new Label();
        private final VBox box = new VBox(name, detail);

        BlockCell() {
            name.getStyleClass().add("cell-title");
            detail.getStyleClass().add("cell-detail");
            setPrefWidth(0);
            setOnDragDetected(e -> {
                if (!isEmpty()) {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(Integer.toString(getIndex()));
                    startDragAndDrop(TransferMode.MOVE).setContent(content);
                    e.consume();
                }
            });
            setOnDragOver(e -> {
                if (e.getGestureSource() instanceof BlockCell && !isEmpty()) {
                    e.acceptTransferModes(TransferMode.MOVE);
                    e.consume();
                }
            });
            setOnDragDropped(e -> {
                if (e.getGestureSource() instanceof BlockCell dragged) {
                    move(dragged.getIndex(), getIndex());
                    e.setDropCompleted(true);
                    e.consume();
                }
            });
        }

        @Override
        protected void updateItem(ComposeRecipe.Block block, boolean isEmpty) {
            super.updateItem(block, isEmpty);
            if (isEmpty || block == null) {
                setGraphic(null);
                return;
            }
            name.setText((getIndex() + 1) + ".  " + named(block));
            String give = block.take() == 0 ? texts.get("export.rest") : texts.get("export.at.most", block.take());
            String of = texts.get("seen." + (block.seen().isEmpty() ? "usual" : block.seen()));
            detail.setText(give + " · " + of
                    + (block.ages().isEmpty() ? "" : " · " + texts.get("export.ages.of", block.ages())));
            setGraphic(box);
        }
    }
}
