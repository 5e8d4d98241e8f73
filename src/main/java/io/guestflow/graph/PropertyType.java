package io.guestflow.graph;

import java.util.List;
import java.util.Map;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeKind;
import org.apache.olingo.commons.api.edm.FullQualifiedName;
import org.apache.olingo.commons.api.edm.provider.CsdlComplexType;
import org.apache.olingo.commons.api.edm.provider.CsdlProperty;

/** What a property holds, as far as conditions about it have to know. */
enum PropertyType {

    TEXT(EdmPrimitiveTypeKind.String, false),
    TEXTS(EdmPrimitiveTypeKind.String, true),
    FLAG(EdmPrimitiveTypeKind.Boolean, false),
    TIME(EdmPrimitiveTypeKind.DateTimeOffset, false),
    IDENTITIES("objectIdentity", true),
    INITIATOR("auditActivityInitiator", false),
    TARGETS("targetResource", true),
    /** Shown only. */
    DETAILS("details", true);

    static final String NAMESPACE = "microsoft.graph";

    private static final Map<String, List<CsdlProperty>> COMPLEX = Map.of(
            "objectIdentity", List.of(TEXT.named("signInType"), TEXT.named("issuer"), TEXT.named("issuerAssignedId")),
            "auditActivityInitiator", List.of(complex("user", "userIdentity"), complex("app", "appIdentity")),
            "userIdentity", List.of(TEXT.named("id")),
            "appIdentity", List.of(TEXT.named("appId")),
            "targetResource", List.of(TEXT.named("id"), TEXT.named("type")),
            "details", List.of());

    private final FullQualifiedName type;
    private final boolean many;

    PropertyType(EdmPrimitiveTypeKind kind, boolean many) {
        this.type = kind.getFullQualifiedName();
        this.many = many;
    }

    PropertyType(String complex, boolean many) {
        this.type = new FullQualifiedName(NAMESPACE, complex);
        this.many = many;
    }

    CsdlProperty named(String name) {
        return new CsdlProperty().setName(name).setType(type).setCollection(many);
    }

    /** Null if there is none of this name. */
    static CsdlComplexType complexType(FullQualifiedName name) {
        List<CsdlProperty> parts = COMPLEX.get(name.getName());
        return parts == null ? null : new CsdlComplexType().setName(name.getName()).setProperties(parts);
    }

    /** Names that stand behind a slash. */
    static List<String> partNames() {
        return COMPLEX.values().stream().flatMap(List::stream).map(CsdlProperty::getName).toList();
    }

    private static CsdlProperty complex(String name, String type) {
        return new CsdlProperty().setName(name).setType(new FullQualifiedName(NAMESPACE, type));
    }
}
