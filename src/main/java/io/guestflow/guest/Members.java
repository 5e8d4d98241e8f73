package io.guestflow.guest;

import java.util.Optional;
import java.util.UUID;

/** The staff in the directory, so that members and guests are one table of users. */
public interface Members {

    /** Writes or refreshes the directory's entry. @return its directory id, the same for the same staff id for ever */
    UUID mirror(StaffMember member);

    Optional<Member> find(UUID id);

    Optional<Member> findByStaffId(String staffId);

    boolean haveAddress(EmailAddress address);
}
