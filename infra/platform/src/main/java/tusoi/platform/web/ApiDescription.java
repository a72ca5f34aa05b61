package tusoi.platform.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Supplier;
import org.springdoc.core.customizers.OpenApiCustomizer;
import tusoi.platform.problems.Problem;
import tusoi.platform.time.TimeLimits;

/** Adds to the description what holds for every operation: the bearer token, problems as answers, and the limits of what is sent. */
class ApiDescription implements OpenApiCustomizer {
    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";
    private static final String HABITS = """
            A null in a body, and a blank day, instant or id in a parameter, is as if it were left out. Fields that are not known are \
            refused. Days and instants are of the years %s. Texts are trimmed, normalised (NFC) and have no control characters but tab and \
            line ends.""".formatted(TimeLimits.YEARS);

    private final String service;
    private final Supplier<SortedSet<String>> codes;

    ApiDescription(String service, Supplier<SortedSet<String>> codes) {
        this.service = service;
        this.codes = codes;
    }

    @Override
    public void customise(OpenAPI api) {
        api.setInfo(
                new Info().title("Tusoi " + service + "-service").version("v1").description(HABITS));
        Components components = api.getComponents() == null ? new Components() : api.getComponents();
        api.setComponents(components);
        components.addSecuritySchemes(
                BEARER,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT"));
        ModelConverters.getInstance(true).readAll(Problem.class).forEach((name, schema) -> {
            listCodes(name, schema);
            components.addSchemas(name, schema);
        });
        api.addSecurityItem(new SecurityRequirement().addList(BEARER));
        if (api.getPaths() != null) {
            api.getPaths().values().forEach(path -> path.readOperations().forEach(ApiDescription::addProblems));
            new DescribedLimits(components).describe(api);
        }
    }

    @SuppressWarnings("unchecked")
    private void listCodes(String name, Schema<?> schema) {
        if (name.equals(PROBLEM) && schema.getProperties().get("code") instanceof Schema<?> code) {
            ((Schema<Object>) code).setEnum(List.copyOf(codes.get()));
        }
    }

    private static void addProblems(Operation operation) {
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("A problem (RFC 9457)")
                                .content(new Content()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM)))));
    }
}
