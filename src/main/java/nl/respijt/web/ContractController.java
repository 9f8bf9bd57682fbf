package nl.respijt.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import nl.respijt.recht.Handeling;
import nl.respijt.recht.Mag;

/** Where whoever builds on Respijt finds the contract, from any site and without a key. */
@Hidden
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ContractController {
    private final Contract contract;

    ContractController(Contract contract) {
        this.contract = contract;
    }

    @Mag(Handeling.UITLEG_LEZEN)
    @Get("/openapi.json")
    @Produces({"application/json", "application/problem+json"})
    HttpResponse<byte[]> openapi() {
        return HttpResponse.ok(contract.json())
                .contentType("application/json")
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
    }
}
