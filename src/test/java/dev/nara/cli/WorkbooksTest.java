package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Excel workbooks made here, of 3 users, 5 items and 12 rows. */
class WorkbooksTest extends CommandLineTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private Path workbook(Map<String, String> sheets, String strings) throws IOException {
        Path file = folder.resolve("shop.xlsx");
        Map<String, String> parts = new LinkedHashMap<>();
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        int n = 0;
        for (Map.Entry<String, String> sheet : sheets.entrySet()) {
            n++;
            list.append("<sheet name=\"" + sheet.getKey() + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"/>");
            relations.append("<Relationship Id=\"rId" + n + "\" Target=\"worksheets/sheet" + n + ".xml\"/>");
            parts.put(
                    "xl/worksheets/sheet" + n + ".xml",
                    HEAD + "<worksheet " + MAIN + "><sheetData>" + sheet.getValue() + "</sheetData></worksheet>");
        }
        parts.put("[Content_Types].xml", HEAD + "<Types/>");
        parts.put(
                "xl/workbook.xml",
                HEAD + "<workbook " + MAIN + " xmlns:r=\"urn:r\"><sheets>" + list + "</sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", HEAD + "<Relationships>" + relations + "</Relationships>");
        parts.put("xl/sharedStrings.xml", HEAD + "<sst " + MAIN + ">" + strings + "</sst>");
        parts.put(
                "xl/styles.xml",
                HEAD + "<styleSheet " + MAIN
                        + "><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd hh:mm\"/>"
                        + "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String number(String value) {
        return "<c><v>" + value + "</v></c>";
    }

    /** Rows of customer, product (a shared text), stars and a date. */
    private static String rows() {
        return IntStream.range(0, 12)
                .mapToObj(n -> "<row>" + text("C" + n / 4) + "<c t=\"s\"><v>" + 3 * n % 5 + "</v></c>"
                        + number(1 + n % 5 + ".5") + "<c s=\"1\"><v>" + (44088 + n) + ".75</v></c></row>")
                .collect(Collectors.joining());
    }

    private static String header() {
        return "<row>" + text("Customer") + text("Product") + text("Stars") + text("Date") + "</row>";
    }

    private static String products() {
        return IntStream.range(0, 5)
                .mapToObj(n -> "<si><t>Product </t><r><t>" + n + "</t></r></si>")
                .collect(Collectors.joining());
    }

    @Test
    void aSheetWithDatesAndSharedTexts() throws IOException {
        opens(workbook(Map.of("Ratings", header() + rows()), products()));
        assertTrue(err.contains("Product 0") && err.contains("2020-09-14 18:00:00") && err.contains("1.5"), err);
        assertEquals(0, nara("data", "--data", folder.toString(), "--json"), "a folder of one workbook");
    }

    @Test
    void theSheetWithUsersAndItemsIsReadAndTheOtherNamed() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("About", "<row>" + text("made up") + "</row>");
        sheets.put("Ratings", header() + rows());
        Path file = workbook(sheets, products());
        opens(file);
        assertEquals(
                List.of(
                        "  About    not read: made up",
                        "  Ratings  read as the log",
                        "In full: nara data --data " + file.resolve("Ratings"),
                        "The file holds 2 tables:"),
                err.lines().limit(4).sorted().toList());
    }

    private Path shop() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        String products = IntStream.range(0, 5)
                .mapToObj(n -> "<row>" + text("Product " + n) + text("Title " + n) + "</row>")
                .collect(Collectors.joining());
        sheets.put("Products", "<row>" + text("Product") + text("Title") + "</row>" + products);
        sheets.put("Sales 2024", header() + rows());
        sheets.put("Sales 2025", header() + rows() + rows());
        return workbook(sheets, products());
    }

    @Test
    void ofSeveralLogsTheLargestIsTakenTheOthersNamedAndItemsJoined() throws IOException {
        Path file = shop();
        opens(file);
        assertTrue(err.contains("  Sales 2025  read as the log\n"), err);
        assertTrue(err.contains("  Products    joined to the items by Product\n"), err);
        assertTrue(
                err.contains("  Sales 2024  not read: could be a log, too: Customer, Product, Stars, Date  --data '"
                        + file.resolve("Sales 2024") + "'\n"),
                err);
    }

    @Test
    void aSheetIsNamedBelowTheFile() throws IOException {
        Path file = shop();
        opens(file.resolve("Sales 2024"));
        String products = file.resolve("Products").toString();
        assertEquals(
                0, nara("data", "--data", file.resolve("Sales 2024").toString(), "--items", products, "--json"), err);
        assertTrue(json().get(0).getAsJsonObject("itemAttributes").has("Title"));
        assertEquals(2, nara("data", "--data", file.resolve("Sales").toString()));
        assertTrue(
                err.contains("The workbook has no sheet named Sales. Its sheets: Products, Sales 2024, Sales 2025."),
                err);
    }

    @Test
    void aSheetIsNamedBelowTheFileByAWayRound() throws IOException {
        Path file = shop();
        Path round =
                folder.resolve("x").resolve("..").resolve(file.getFileName()).resolve("Sales 2024");
        opens(round);
    }

    /** Only names that stand below the workbook are paths of sheets. */
    @Test
    void sheetsNamedAsOtherPlacesAreLeftOut() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        for (String name : List.of("/etc/hosts", "../../x", "a\\b", ".", "..")) {
            sheets.put(name, header() + rows() + rows());
        }
        sheets.put("Ratings", header() + rows());
        sheets.put("...", "<row>" + text("made up") + "</row>");
        Path file = workbook(sheets, products());
        opens(file);
        assertTrue(err.contains("In full: nara data --data " + file.resolve("Ratings")), err);
        assertFalse(err.contains("hosts"), err);
    }

    @Test
    void aTitleAboveTheHeaderIsLeftOut() throws IOException {
        Path file =
                workbook(Map.of("S", "<row r=\"1\">" + text("Sales 2024") + "</row>" + header() + rows()), products());
        opens(file);
        assertEquals(0, nara("data", "--data", file.toString()), err);
        assertTrue(out.contains("1 line above the table left out"), out);
        assertTrue(out.contains("Sales 2024"), out);
    }

    private static String cell(String place) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>C0</t></is></c>";
    }

    @Test
    void rowsWithCellsRightOfTheTableAreBad() throws IOException {
        String many = header() + rows().repeat(5);
        String wide = many + "<row>" + text("C0") + cell("F62") + "</row><row>" + cell("GZZ63") + "</row>";
        String file = workbook(Map.of("S", wide), products()).toString();
        assertEquals(2, nara("data", "--data", file));
        assertTrue(err.contains(":62: The row has 6 cells; the others have 4."), err);
        assertTrue(err.contains("1 more of 62 rows cannot be read either."), err);
        assertEquals(0, nara("data", "--data", file, "--bad-rows", "skip"), err);
        assertTrue(err.contains("Left out 2 rows."), err);
    }

    @Test
    void moreTextThanIsReadIsRefusedWithinOneCell() throws IOException {
        StringBuilder noise = new StringBuilder();
        new Random(1).ints(20_000, 'A', 'Z').forEach(letter -> noise.append((char) letter));
        String million = "<t>" + noise + " ".repeat(1_000_000) + "</t>";
        Path file = workbook(Map.of("S", header() + rows()), "<si>" + million.repeat(64));
        assertEquals(2, nara("data", "--data", file.toString()));
        assertTrue(err.contains("The Excel workbook has more than 64 million characters of text."), err);
    }

    @Test
    void ofBytesThatAreNoTextNothingButTheMessageIsPrinted() throws IOException {
        Path file = folder.resolve("shop.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write((HEAD + "<workbook><sheets><sheet name=\"\u00FF\"/></sheets></workbook>")
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertEquals(2, nara("data", "--data", file.toString()));
        } finally {
            System.setErr(before);
        }
        assertTrue(err.contains("The Excel workbook is damaged."), err);
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void partsInUtf16AndWithAMarkAreRead() throws IOException {
        Path file = workbook(Map.of("Ratings", header() + rows()), products());
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                String text = "\uFEFF" + new String(part.getValue(), StandardCharsets.UTF_8);
                boolean sheet = part.getKey().contains("sheet1");
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(
                        sheet
                                ? text.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16LE)
                                : text.getBytes(StandardCharsets.UTF_8));
            }
        }
        opens(file);
        assertTrue(err.contains("Product 0") && err.contains("2020-09-14 18:00:00"), err);
    }

    @Test
    void hostileWorkbooksAreRefused() throws IOException {
        Path file = workbook(Map.of("S", header() + rows()), products());
        String entity = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write((HEAD + entity + "<workbook><sheets><sheet name=\"&a;\"/></sheets></workbook>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(2, nara("data", "--data", file.toString()));
        assertTrue(err.contains("The Excel workbook is damaged."), err);
        workbook(Map.of("S", header() + rows()), "<si>" + " ".repeat(68 << 20) + "</si>");
        assertEquals(2, nara("data", "--data", file.toString()));
        assertTrue(err.contains("more than 200 times as large"), err);
    }
}
