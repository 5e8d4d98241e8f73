package io.guestflow.graph;

import static java.util.stream.Collectors.toMap;

import io.guestflow.guest.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.edm.FullQualifiedName;
import org.apache.olingo.commons.api.edm.provider.CsdlAbstractEdmProvider;
import org.apache.olingo.commons.api.edm.provider.CsdlComplexType;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityType;
import org.apache.olingo.commons.core.edm.EdmProviderImpl;

/**
 * A kind of resource in the words of Microsoft Graph: what can be selected and shown of it.
 *
 * @param name       of its OData type
 * @param properties in the order in which they are shown
 * @param searched   the properties in which a search looks that names none
 */
record ResourceType<T>(String name, List<Property<T>> properties, List<String> searched) {

    /** Its namespace and name, as items of mixed lists carry it. */
    String typed() {
        return "#" + PropertyType.NAMESPACE + "." + name;
    }

    /** @param select names of properties, empty for those that are shown unasked; the id is always shown */
    Map<String, Object> show(T entry, List<String> select) {
        var shown = new LinkedHashMap<String, Object>();
        properties.stream()
                .filter(property -> select.isEmpty() ? property.unasked() : property.name().equals("id") || select.contains(property.name()))
                .forEach(property -> shown.put(property.name(), property.value().apply(entry)));
        return shown;
    }

    /** The usual spelling of every name, by its lower case. */
    Map<String, String> spellings() {
        var names = new LinkedHashMap<>(PropertyType.partNames().stream().distinct()
                .collect(toMap(part -> part.toLowerCase(Locale.ROOT), part -> part)));
        properties.forEach(property -> names.put(property.name().toLowerCase(Locale.ROOT), property.name()));
        return names;
    }

    /** @throws Refused unless it has a text of this name */
    String requireText(String option, String property) {
        return properties.stream().filter(known -> known.name().equalsIgnoreCase(property) && known.type() == PropertyType.TEXT).findFirst()
                .map(Property::name).orElseThrow(() -> new Refused(option, "unknown-property", "There is no text " + property + " to look in."));
    }

    EdmProviderImpl model() {
        return new EdmProviderImpl(new Model());
    }

    EdmEntityType typeIn(EdmProviderImpl model) {
        return model.getEntityType(new FullQualifiedName(PropertyType.NAMESPACE, name));
    }

    /** What the parser asks about the type. */
    private final class Model extends CsdlAbstractEdmProvider {

        @Override
        public CsdlEntityType getEntityType(FullQualifiedName wanted) {
            return !wanted.getName().equals(name) ? null : new CsdlEntityType().setName(name)
                    .setProperties(properties.stream().map(property -> property.type().named(property.name())).toList());
        }

        @Override
        public CsdlComplexType getComplexType(FullQualifiedName wanted) {
            return PropertyType.complexType(wanted);
        }
    }
}
