package io.guestflow.graph;

import io.guestflow.guest.Condition;
import io.guestflow.guest.Listing.Order;
import io.guestflow.guest.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.olingo.commons.api.edm.EdmEntityType;
import org.apache.olingo.commons.api.ex.ODataException;
import org.apache.olingo.commons.core.edm.EdmProviderImpl;
import org.apache.olingo.server.api.OData;
import org.apache.olingo.server.api.ODataLibraryException;
import org.apache.olingo.server.api.uri.UriResource;
import org.apache.olingo.server.api.uri.queryoption.OrderByItem;
import org.apache.olingo.server.api.uri.queryoption.SelectItem;
import org.apache.olingo.server.api.uri.queryoption.expression.Member;
import org.apache.olingo.server.core.uri.parser.FilterParser;
import org.apache.olingo.server.core.uri.parser.OrderByParser;
import org.apache.olingo.server.core.uri.parser.SelectParser;
import org.apache.olingo.server.core.uri.parser.UriTokenizer;

/** Reads the options that name properties of one type of resource: $filter, $orderby and $select (OData 4.01, URL conventions, section 5.1). */
class Filters {

    private static final Pattern NAMED = Pattern.compile("'([A-Za-z]\\w{0,63})'");

    private final OData odata = OData.newInstance();
    private final ResourceType<?> resource;
    private final EdmProviderImpl model;
    private final EdmEntityType type;

    Filters(ResourceType<?> resource) {
        this.resource = resource;
        this.model = resource.model();
        this.type = resource.typeIn(model);
    }

    Condition filter(String text) {
        return read("$filter", text, tokens -> FilterReader.condition(
                new FilterParser(model, odata).parse(tokens, type, List.of(), Map.of()).getExpression()));
    }

    List<Order> orders(String text) {
        return read("$orderby", tight(text), tokens -> new OrderByParser(model, odata)
                .parse(tokens, type, List.of(), Map.of()).getOrders().stream().map(Filters::order).toList());
    }

    /** Empty for all that is shown unasked. */
    List<String> select(String text) {
        List<SelectItem> items = read("$select", tight(text),
                tokens -> new SelectParser(model).parse(tokens, type, true).getSelectItems());
        return items.stream().anyMatch(SelectItem::isStar) ? resource.properties().stream().map(Property::name).toList()
                : items.stream().map(item -> item.getResourcePath().getUriResourceParts().get(0)).map(UriResource::getSegmentValue)
                        .distinct().toList();
    }

    private static String tight(String names) {
        return names.replaceAll("\\s*,\\s*", ",");
    }

    private static Order order(OrderByItem item) {
        if (item.getExpression() instanceof Member member) {
            return new Order(Path.of(member), item.isDescending());
        }
        throw new UnsupportedOption("$orderby");
    }

    private <T> T read(String option, String text, Reading<T> reading) {
        var tokens = new UriTokenizer(new Spelling(option, resource.spellings()).normal(text));
        try {
            T result = reading.of(tokens);
            if (!tokens.next(UriTokenizer.TokenKind.EOF)) {
                throw malformed(option);
            }
            return result;
        } catch (ODataLibraryException garbled) {
            throw refusal(option, garbled);
        } catch (ODataException | NullPointerException | IllegalArgumentException garbled) {
            // the parser stumbles over some of what it does not know, instead of saying so
            throw malformed(option);
        }
    }

    private Refused refusal(String option, ODataLibraryException garbled) {
        String key = garbled.getMessageKey().getKey();
        Matcher named = NAMED.matcher(garbled.getTranslatedMessage(Locale.ENGLISH).getMessage());
        if (key.endsWith("PROPERTY_NOT_IN_TYPE") && named.find()) {
            return new Refused(option, "unknown-property", "There is no property " + named.group(1) + " in " + resource.name() + ".");
        }
        return key.endsWith("TYPES_NOT_COMPATIBLE") || key.endsWith("COLLECTION_NOT_ALLOWED")
                ? new Refused(option, "wrong-type", "A property and a value do not fit together, or this is no condition at all.")
                : malformed(option);
    }

    private static Refused malformed(String option) {
        return new Refused(option, "malformed-option", "This cannot be read; texts stand in 'single quotation marks', and names do not.");
    }

    /** One of the parser's parts at work. */
    private interface Reading<T> {

        T of(UriTokenizer tokens) throws ODataException;
    }
}
