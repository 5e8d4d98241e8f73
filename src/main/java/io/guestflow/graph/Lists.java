package io.guestflow.graph;

import io.guestflow.graph.Continuations.Continuation;
import io.guestflow.guest.Listing;
import io.guestflow.guest.Page;
import io.guestflow.guest.Refused;
import io.guestflow.guest.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Answers with lists, counts and single resources, by what the request's options ask for. */
@Component
class Lists {

    private static final String TYPE = "@odata.type";
    private static final List<String> OF_LIST = List.of("filter", "select", "orderby", "search", "top", "count");
    private static final List<String> OF_LIST_AS_IT_IS = List.of("filter", "orderby", "search", "top", "count");
    private static final List<String> OF_COUNT = List.of("filter", "search");
    private static final List<String> OF_ONE = List.of("select");

    private final Continuations continuations;
    private final Settings settings;

    Lists(Continuations continuations, Settings settings) {
        this.continuations = continuations;
        this.settings = settings;
    }

    <T> Map<String, Object> page(HttpServletRequest request, ListOf<T> list) {
        return page(begin(Options.of(request), list.path(), OF_LIST), list,
                (entry, select) -> show(list.type(), entry, select, list.typed().apply(entry)));
    }

    /** @param shown what an entry looks like; nothing of it can be selected */
    <T> Map<String, Object> page(HttpServletRequest request, ListOf<T> list, Function<T, ?> shown) {
        return page(begin(Options.of(request), list.path(), OF_LIST_AS_IT_IS), list, (entry, select) -> shown.apply(entry));
    }

    private <T> Map<String, Object> page(Continuation from, ListOf<T> list, Shown<T> shown) {
        Query query = Query.of(from.options(), list.type());
        Page<T> page = list.register().find(query.listing(list.within(), from.place()));
        Map<String, Object> answer = answer(list.metadata(), query.select(), "");
        if (page.count() != null) {
            answer.put("@odata.count", page.count());
        }
        if (page.next() != null) {
            answer.put("@odata.nextLink", link(list.path()) + "?$skiptoken=" + continuations.token(list.path(), from.options(), page.next()));
        }
        answer.put("value", page.entries().stream().map(entry -> shown.of(entry, query.select())).toList());
        return answer;
    }

    /** As text, which is what counts are answered with. */
    <T> String count(HttpServletRequest request, ListOf<T> list) {
        Options options = Options.of(request).only(OF_COUNT);
        return Long.toString(list.register().count(list.within().and(Query.condition(options, list.type()))));
    }

    /** @param metadata what the resource is one of */
    <T> Map<String, Object> one(HttpServletRequest request, String metadata, ResourceType<T> type, T entry, String typed) {
        List<String> select = Query.of(Options.of(request).only(OF_ONE), type).select();
        Map<String, Object> answer = answer(metadata, select, "/$entity");
        answer.putAll(show(type, entry, select, typed));
        return answer;
    }

    /** A list that is short enough to be shown whole; of its properties those can be selected that the type has. */
    <T> List<Map<String, Object>> whole(HttpServletRequest request, ListOf<T> list, int most) {
        List<String> select = Query.of(Options.of(request).only(OF_ONE), list.type()).select();
        return list.register().find(Listing.of(list.within(), most)).entries().stream()
                .map(entry -> show(list.type(), entry, select, list.typed().apply(entry))).toList();
    }

    Map<String, Object> answer(String metadata, List<String> select, String suffix) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put(ContextUrl.PROPERTY, ContextUrl.of(settings, metadata + (select.isEmpty() ? "" : "(" + String.join(",", select) + ")") + suffix));
        return answer;
    }

    private Continuation begin(Options options, String path, List<String> offered) {
        String token = options.get("skiptoken");
        if (token == null) {
            return new Continuation(options.only(offered), null);
        }
        if (options.values().size() > 1) {
            throw new Refused("$skiptoken", "more-options", "This holds the whole query; no other option stands beside it.");
        }
        return continuations.read(path, token);
    }

    private static <T> Map<String, Object> show(ResourceType<T> type, T entry, List<String> select, String typed) {
        var shown = new LinkedHashMap<String, Object>();
        if (typed != null) {
            shown.put(TYPE, typed);
        }
        shown.putAll(type.show(entry, select));
        return shown;
    }

    private String link(String path) {
        return settings.link(Edge.API + path).toString();
    }

    /** What an entry looks like. */
    private interface Shown<T> {

        Object of(T entry, List<String> select);
    }
}
