package io.guestflow.graph;

import io.guestflow.guest.Condition;
import io.guestflow.guest.Condition.Matches;
import io.guestflow.guest.Condition.Part;
import io.guestflow.guest.Refused;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.olingo.server.api.ODataLibraryException;
import org.apache.olingo.server.api.uri.queryoption.search.SearchBinary;
import org.apache.olingo.server.api.uri.queryoption.search.SearchBinaryOperatorKind;
import org.apache.olingo.server.api.uri.queryoption.search.SearchExpression;
import org.apache.olingo.server.core.uri.parser.search.SearchParser;

/** Reads $search: words, and phrases like "displayName:ada", with AND, OR and NOT between them. */
class Searches {

    private static final String OPTION = "$search";
    // possessive, or each letter would take its part of the stack
    private static final Pattern PHRASE = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"");

    private final ResourceType<?> resource;

    Searches(ResourceType<?> resource) {
        this.resource = resource;
    }

    Condition search(String text) {
        if (resource.searched().isEmpty()) {
            throw new UnsupportedOption(OPTION);
        }
        new Spelling(OPTION, Map.of()).requireModest(PHRASE.matcher(text).replaceAll("phrase"));
        if (text.split("\\s+").length > Spelling.MOST_CONDITIONS) {
            throw new Refused(OPTION, "too-long", "There are more than " + Spelling.MOST_CONDITIONS + " words.");
        }
        try {
            return condition(new SearchParser().parse(text.strip()).getSearchExpression());
        } catch (ODataLibraryException garbled) {
            throw new Refused(OPTION, "malformed-option", "This cannot be read; write it like \"displayName:ada\" AND \"mail:example\".");
        }
    }

    private Condition condition(SearchExpression expression) {
        if (expression.isSearchTerm()) {
            return term(expression.asSearchTerm().getSearchTerm());
        }
        if (expression.isSearchUnary()) {
            return new Condition.Not(condition(expression.asSearchUnary().getOperand()));
        }
        SearchBinary both = expression.asSearchBinary();
        Condition left = condition(both.getLeftOperand());
        Condition right = condition(both.getRightOperand());
        return both.getOperator() == SearchBinaryOperatorKind.AND ? left.and(right) : left.or(right);
    }

    private Condition term(String term) {
        int colon = term.indexOf(':');
        if (colon > 0) {
            return new Matches(resource.requireText(OPTION, term.substring(0, colon).strip()), Part.ANYWHERE, term.substring(colon + 1).strip());
        }
        return resource.searched().stream().<Condition>map(property -> new Matches(property, Part.ANYWHERE, term.strip()))
                .reduce(Condition::or).orElseThrow();
    }
}
