package dev.nara.data.read.sheets;

import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The data shared by the sheets of an Excel workbook (ECMA-376, Office Open XML): their names, the texts of cells, and which styles are
 * dates. Refuses more than 64 million characters of text.
 */
final class Workbook {
    /** The largest number of characters of text that is read. */
    static final int MOST_CHARACTERS = 64_000_000;

    /** The numbers of the built-in formats of dates and times. */
    private static final Set<Integer> DATES = new TreeSet<>(List.of(
            14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 36, 45, 46, 47, 50, 51, 52, 53, 54, 57, 58));

    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final BitSet dates = new BitSet();
    private boolean since1904;

    private Workbook() {}

    /**
     * A sheet.
     *
     * @param name its name as shown in Excel
     * @param part the file with its rows
     */
    record Sheet(String name, DataFile part) {}

    /** The workbook in the files of an archive; empty if it is not a workbook. */
    static Optional<Workbook> of(DataFiles files) throws DataException {
        if (!files.isWorkbook()) {
            return Optional.empty();
        }
        Workbook workbook = new Workbook();
        workbook.read(files);
        Optional<DataFile> shared = part(files, "xl/sharedStrings.xml");
        if (shared.isPresent()) {
            workbook.texts(shared.get());
        }
        Optional<DataFile> styles = part(files, "xl/styles.xml");
        if (styles.isPresent()) {
            workbook.styles(styles.get());
        }
        return Optional.of(workbook);
    }

    private static Optional<DataFile> part(DataFiles files, String name) {
        return files.all().stream().filter(file -> file.shown().endsWith(name)).findFirst();
    }

    /** Only the sheets of a workbook; empty if it is not a workbook. */
    static List<Sheet> sheets(DataFiles files) throws DataException {
        Workbook workbook = new Workbook();
        if (files.isWorkbook()) {
            workbook.read(files);
        }
        return workbook.sheets();
    }

    private void read(DataFiles files) throws DataException {
        Optional<DataFile> main = part(files, "xl/workbook.xml");
        if (main.isPresent()) {
            read(main.get(), files);
        }
    }

    private void read(DataFile main, DataFiles files) throws DataException {
        Map<String, String> targets = new HashMap<>();
        Optional<DataFile> relations = part(files, "xl/_rels/workbook.xml.rels");
        if (relations.isPresent()) {
            try (PartReader xml = new PartReader(relations.get())) {
                while (xml.next()) {
                    if (xml.begins("Relationship")) {
                        targets.put(xml.attribute("Id"), xml.attribute("Target").replaceFirst("^/?(xl/)?", "xl/"));
                    }
                }
            }
        }
        try (PartReader xml = new PartReader(main)) {
            while (xml.next()) {
                if (xml.begins("workbookPr")) {
                    since1904 = xml.attribute("date1904").matches("1|true");
                } else if (xml.begins("sheet")) {
                    String name = xml.attribute("name");
                    String target = targets.getOrDefault(xml.attribute("id"), "");
                    part(files, target.isEmpty() ? "none" : target)
                            .ifPresent(part -> sheets.add(new Sheet(name, part)));
                }
            }
        }
        if (sheets.isEmpty()) {
            throw new DataException(main.shown(), Text.of("data.xlsx.broken"), Text.of("data.xlsx.broken.remedy"));
        }
    }

    private void texts(DataFile shared) throws DataException {
        int left = MOST_CHARACTERS;
        try (PartReader xml = new PartReader(shared)) {
            StringBuilder text = new StringBuilder();
            while (xml.next()) {
                if (xml.begins("si")) {
                    text.setLength(0);
                } else if (xml.begins("t")) {
                    String part = xml.text(left);
                    left -= part.length();
                    text.append(part);
                } else if (xml.begins("rPh")) {
                    // The pronunciation of the text.
                    while (!xml.ends("rPh") && xml.next()) {}
                } else if (xml.ends("si")) {
                    texts.add(text.toString());
                }
            }
        }
    }

    private void styles(DataFile styles) throws DataException {
        Set<Integer> formats = new TreeSet<>(DATES);
        try (PartReader xml = new PartReader(styles)) {
            boolean used = false;
            int style = 0;
            while (xml.next()) {
                if (xml.begins("numFmt") && isDate(xml.attribute("formatCode"))) {
                    formats.add(number(xml.attribute("numFmtId")));
                } else if (xml.begins("cellXfs")) {
                    used = true;
                } else if (xml.ends("cellXfs")) {
                    used = false;
                } else if (used && xml.begins("xf")) {
                    dates.set(style++, formats.contains(number(xml.attribute("numFmtId"))));
                }
            }
        }
    }

    /** Whether a format has a letter for a date or a time outside of quotes and brackets. */
    private static boolean isDate(String format) {
        String bare = format.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]", "");
        return bare.matches("(?i)(?s).*[ymdhs].*") && !bare.matches("(?i)(?s).*(general|[#?]).*");
    }

    /** A non-negative index; -1 if the text is not one. */
    static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    List<Sheet> sheets() {
        return sheets;
    }

    /** The shared text with this number, "" if there is none. */
    String text(int number) {
        return number >= 0 && number < texts.size() ? texts.get(number) : "";
    }

    /** Whether numbers with this style are dates. */
    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }

    boolean since1904() {
        return since1904;
    }
}
