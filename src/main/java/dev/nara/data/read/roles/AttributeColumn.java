package dev.nara.data.read.roles;

import dev.nara.data.Role;
import java.util.List;
import java.util.Optional;

/**
 * A column of attributes as a recipe writes it: its name, or {@code NAME=ROLE} where its name does not say what it means.
 *
 * @param name as in the file
 * @param role the one written, if any
 */
record AttributeColumn(String name, Optional<Role> role) {
    static List<AttributeColumn> all(List<String> written) {
        return written.stream().map(AttributeColumn::of).toList();
    }

    private static AttributeColumn of(String written) {
        int sign = written.lastIndexOf('=');
        Optional<Role> role = Role.named(written.substring(sign + 1)).filter(r -> sign > 0);
        return new AttributeColumn(role.isPresent() ? written.substring(0, sign) : written, role);
    }
}
