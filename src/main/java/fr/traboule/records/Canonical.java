package fr.traboule.records;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Cells that say the same in other signs ({@code 4.870} and {@code 4.87}) are the same. */
final class Canonical {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Canonical() {}

    static boolean areSame(RecordFile file, Map<String, String> one, Map<String, String> other) {
        return cells(file, one).equals(cells(file, other));
    }

    private static Map<String, Object> cells(RecordFile file, Map<String, String> cells) {
        var canonical = new HashMap<String, Object>();
        for (var column : file.columns()) {
            canonical.put(column.name(), cell(column, cells.getOrDefault(column.name(), "")));
        }
        return canonical;
    }

    private static Object cell(Column column, String cell) {
        try {
            return switch (column.kind()) {
                case DECIMAL -> cell.isEmpty() ? "" : new BigDecimal(cell).stripTrailingZeros();
                case OUTLINE -> cell.isEmpty() ? "" : JSON.readTree(cell);
                default -> cell;
            };
        } catch (NumberFormatException | JacksonException e) {
            return cell;
        }
    }
}
