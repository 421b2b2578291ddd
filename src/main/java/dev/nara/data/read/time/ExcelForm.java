package dev.nara.data.read.time;

import dev.nara.data.LogTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** Days since 1899-12-30 with the time of day as a fraction, as stored by spreadsheets. */
final class ExcelForm implements TimeForm {
    static final ExcelForm ANY = new ExcelForm();

    private static final long START = LocalDate.of(1899, 12, 30).toEpochDay();
    /** The ranges for numbers without a specified form: the years 1954 to 2119 here, 1990 to 2040 for whole numbers. */
    private static final double[] WITH_FRACTION = {20_000, 80_000};

    private static final double[] WHOLE = {32_874, 51_502};

    private ExcelForm() {}

    /** Whether all numbers are plausible as days: within a wide range if any has a fraction, otherwise within a narrow one. */
    static boolean fits(List<String> numbers) {
        boolean fraction = numbers.stream().anyMatch(n -> n.indexOf('.') > 0 && !n.matches("\\d+\\.0*"));
        double[] range = fraction ? WITH_FRACTION : WHOLE;
        return numbers.stream().allMatch(n -> {
            double number = value(n);
            return number >= range[0] && number < range[1];
        });
    }

    private static double value(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    @Override
    public boolean read(String text, WrittenTime into) {
        if (!NumberForm.isNumber(text) || !(Math.abs(value(text)) < WITH_FRACTION[1])) {
            return false;
        }
        return into.local(new BigDecimal(text)
                .add(BigDecimal.valueOf(START))
                .multiply(BigDecimal.valueOf(LogTime.DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
