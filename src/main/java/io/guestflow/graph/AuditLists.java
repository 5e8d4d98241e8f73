package io.guestflow.graph;

import io.guestflow.guest.AuditEntry;
import io.guestflow.guest.Register;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what happened, newest first. */
@RestController
@RequestMapping(Edge.API + "/auditLogs/directoryAudits")
class AuditLists {

    private static final String METADATA = "auditLogs/directoryAudits";

    private final Lists lists;
    private final Register<AuditEntry> auditRegister;

    AuditLists(Lists lists, Register<AuditEntry> auditRegister) {
        this.lists = lists;
        this.auditRegister = auditRegister;
    }

    @GetMapping
    Map<String, Object> entries(HttpServletRequest request) {
        return lists.page(request, ListOf.all("/" + METADATA, AuditType.TYPE, auditRegister));
    }

    @GetMapping("/{id}")
    Map<String, Object> entry(HttpServletRequest request, @PathVariable String id) {
        return lists.one(request, METADATA, AuditType.TYPE, Found.in(auditRegister, id), null);
    }
}
