package dev.nara.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Map;

/** Makes JSON without NaN and infinity, which JSON numbers cannot express: such members are omitted, such list elements are null. */
public final class FiniteJson {
    private FiniteJson() {}

    /** A copy of the object with finite numbers only. */
    public static JsonObject of(JsonObject object) {
        JsonObject finite = new JsonObject();
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
            if (!isUnknown(member.getValue())) {
                finite.add(member.getKey(), element(member.getValue()));
            }
        }
        return finite;
    }

    private static JsonElement element(JsonElement element) {
        if (element instanceof JsonObject object) {
            return of(object);
        }
        if (element instanceof JsonArray array) {
            JsonArray finite = new JsonArray();
            array.forEach(each -> finite.add(element(each)));
            return finite;
        }
        return isUnknown(element) ? JsonNull.INSTANCE : element;
    }

    private static boolean isUnknown(JsonElement element) {
        return element instanceof JsonPrimitive primitive
                && primitive.isNumber()
                && !Double.isFinite(primitive.getAsDouble());
    }
}
