package tusoi.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Reads parameters as bodies are read. */
@ControllerAdvice
class ParameterAdvice {
    @InitBinder
    void readAsInBodies(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, FromText.Parameter.text());
        binder.registerCustomEditor(LocalDate.class, FromText.Parameter.of(FromText.day()));
        binder.registerCustomEditor(Instant.class, FromText.Parameter.of(FromText.instant()));
        binder.registerCustomEditor(UUID.class, FromText.Parameter.of(FromText.id()));
        binder.registerCustomEditor(Integer.class, FromText.Parameter.number());
        binder.registerCustomEditor(int.class, FromText.Parameter.number());
    }
}
