package io.guestflow.graph;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.function.Consumer;

/** Adds to each operation what is the same for all: the ids of a request, and the refusals that a caller reckons with. */
class DocumentCustoms implements Consumer<OpenAPI> {

    @Override
    public void accept(OpenAPI document) {
        document.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
            operation.addParametersItem(new Parameter().$ref("clientRequestId"));
            operation.getResponses().values().forEach(DocumentCustoms::addIds);
            addRefusals(operation, method, path);
        }));
    }

    private static void addIds(ApiResponse answer) {
        if (answer.get$ref() == null) {
            answer.addHeaderObject(RequestIds.REQUEST, new Header().$ref("requestId"));
            answer.addHeaderObject(RequestIds.CLIENT, new Header().$ref("clientRequestId"));
        }
    }

    private static void addRefusals(Operation operation, PathItem.HttpMethod method, String path) {
        refuse(operation, "400", "badRequest");
        refuse(operation, "401", "unauthenticated");
        refuse(operation, "403", "denied");
        if (path.contains("{")) {
            refuse(operation, "404", "notFound");
        }
        if (method != PathItem.HttpMethod.GET) {
            refuse(operation, "409", "conflict");
        }
        refuse(operation, "default", "refused");
    }

    private static void refuse(Operation operation, String status, String response) {
        operation.getResponses().addApiResponse(status, new ApiResponse().$ref(response));
    }
}
