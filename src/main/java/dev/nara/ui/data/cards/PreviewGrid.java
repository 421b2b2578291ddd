package dev.nara.ui.data.cards;

import dev.nara.data.ColumnRole;
import dev.nara.data.Dataset;
import dev.nara.data.read.Glimpse;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import dev.nara.ui.data.figures.Brush;
import dev.nara.ui.data.figures.DataWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The first rows of the log as written in the file, with a chip for the role above each column; if roles can be chosen, a chip is a menu.
 */
final class PreviewGrid extends GridPane {
    private static final double WIDEST = 140;
    private static final double MARGIN = 18;
    /** The ratio of the font size of cells to that of the measured text. */
    private static final double LARGER = 12 / 11.0;
    /** The priority of titles of items, after users, items and times. */
    private static final int TITLE = 3;

    private final Texts texts;
    private final Pseudonymiser pseudonymiser;
    private final BiConsumer<Integer, ColumnRole> choose;
    private final List<Shown> columns = new ArrayList<>();
    private double room;

    /** {@code choose} gets the index of a column and its new role. */
    PreviewGrid(Texts texts, Pseudonymiser pseudonymiser, BiConsumer<Integer, ColumnRole> choose) {
        this.texts = texts;
        this.pseudonymiser = pseudonymiser;
        this.choose = choose;
        setId("data-preview");
        getStyleClass().add("preview-grid");
        setMinWidth(0);
        widthProperty().addListener((o, was, is) -> {
            room = is.doubleValue();
            fill();
        });
    }

    /** Shows the rows; {@code choosable} says whether roles can be chosen. */
    void show(Glimpse glimpse, Dataset dataset, DataWords words, boolean choosable) {
        columns.clear();
        for (int c = 0; c < glimpse.columns().size(); c++) {
            int place = c;
            Glimpse.Column column = glimpse.columns().get(c);
            List<String> cells = glimpse.rows().stream()
                    .map(row -> place < row.size() ? cell(column.role(), row.get(place)) : "")
                    .toList();
            String role = yesOrNo(column.role(), cells) ? texts.get("data.role.yes.no") : role(column.role(), words);
            Labeled chip = chip(column, place, role, choosable ? button(place, words) : new Label());
            columns.add(new Shown(chip, column.name(), rank(column.role()), cells));
        }
        titles(glimpse, dataset);
        fill();
    }

    /** Removes all rows. */
    void clear() {
        columns.clear();
        fill();
    }

    /** Shows the most important columns that fit, in the order of the file. */
    private void fill() {
        getChildren().clear();
        getColumnConstraints().clear();
        double left = room;
        Set<Shown> fitting = new HashSet<>();
        for (Shown column :
                columns.stream().sorted(Comparator.comparingInt(Shown::rank)).toList()) {
            if (column.width() <= left) {
                fitting.add(column);
                left -= column.width();
            }
        }
        columns.stream().filter(fitting::contains).forEach(this::add);
    }

    private static int rank(ColumnRole role) {
        return switch (role) {
            case USER -> 0;
            case ITEM -> 1;
            case TIME -> 2;
            case NUMBER, WORD -> TITLE + 1;
            case USER_ATTRIBUTE, ITEM_ATTRIBUTE -> TITLE + 2;
            case IGNORE -> TITLE + 3;
        };
    }

    private record Shown(Labeled chip, String name, int rank, List<String> cells) {
        boolean number() {
            return cells.stream().allMatch(cell -> cell.matches("-?[\\d.]{1,14}"));
        }

        double width() {
            return Math.min(WIDEST, whole());
        }

        /** The width for the longest cell. */
        double whole() {
            double widest = Math.max(Brush.width(chip.getText()), Brush.width(name));
            for (String cell : cells) {
                widest = Math.max(widest, Brush.width(cell) * LARGER);
            }
            return widest + MARGIN;
        }
    }

    private void add(Shown column) {
        int place = getColumnConstraints().size();
        double width = column.width();
        ColumnConstraints constraints = new ColumnConstraints(width, width, column.number() ? width : column.whole());
        constraints.setHalignment(column.number() ? HPos.RIGHT : HPos.LEFT);
        constraints.setHgrow(column.number() ? Priority.SOMETIMES : Priority.ALWAYS);
        getColumnConstraints().add(constraints);
        add(column.chip(), place, 0);
        add(label(column.name(), "preview-name", column.number()), place, 1);
        for (int r = 0; r < column.cells().size(); r++) {
            add(label(column.cells().get(r), "preview-cell", column.number()), place, r + 2);
        }
    }

    private String cell(ColumnRole role, String cell) {
        return role == ColumnRole.USER ? pseudonymiser.user(cell.strip()) : cell;
    }

    private static Label label(String words, String style, boolean number) {
        Label label = new Label(words);
        Tips.on(label, words);
        label.getStyleClass().add(style);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(number ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        return label;
    }

    /** Whether the numbers of a column are written as Y and N. */
    static boolean yesOrNo(ColumnRole role, List<String> cells) {
        return role == ColumnRole.NUMBER
                && cells.stream().anyMatch(cell -> cell.matches("[YN]"))
                && cells.stream().allMatch(cell -> cell.matches("[YN]?"));
    }

    private Labeled chip(Glimpse.Column column, int place, String name, Labeled chip) {
        chip.setText(name);
        chip.setId("column-role-" + (place + 1));
        chip.getStyleClass().add(column.role() == ColumnRole.IGNORE ? "role-none" : "role");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        Tips.on(chip, texts.get(chip instanceof Button ? "data.role.choose" : "data.role.fixed", column.name(), name));
        return chip;
    }

    private Button button(int place, DataWords words) {
        Button button = new Button();
        button.setOnAction(e -> {
            ContextMenu menu = new ContextMenu();
            for (ColumnRole role : ColumnRole.values()) {
                MenuItem item = new MenuItem(role(role, words));
                item.setOnAction(chosen -> choose.accept(place, role));
                menu.getItems().add(item);
            }
            menu.show(button, Side.BOTTOM, 0, 0);
        });
        return button;
    }

    /** The name of a role. */
    static String role(ColumnRole role, DataWords words) {
        return switch (role) {
            case USER -> words.get("user");
            case ITEM -> words.get("item");
            case NUMBER -> words.texts().get("data.role.number");
            default -> words.texts().get("role." + role.name().toLowerCase(Locale.ROOT));
        };
    }

    /** Adds a last column with the titles of items from other files, if they are known. */
    private void titles(Glimpse glimpse, Dataset dataset) {
        int place = -1;
        for (int c = 0; c < glimpse.columns().size(); c++) {
            place = place < 0 && glimpse.columns().get(c).role() == ColumnRole.ITEM ? c : place;
        }
        if (place < 0) {
            return;
        }
        List<String> cells = new ArrayList<>();
        for (List<String> row : glimpse.rows()) {
            String id = place < row.size() ? row.get(place).strip() : "";
            int item = dataset.items().indexOf(id);
            cells.add(item < 0 || dataset.title(item).equals(id) ? "" : dataset.title(item));
        }
        if (cells.stream().allMatch(String::isEmpty)) {
            return;
        }
        Label chip = new Label(texts.get("column.title").toLowerCase(texts.locale()));
        chip.getStyleClass().add("role");
        Tips.on(chip, texts.get("data.role.title"));
        columns.add(place + 1, new Shown(chip, "", TITLE, cells));
    }
}
