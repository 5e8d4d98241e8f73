package io.guestflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Camunda Tasklist in the hands of an administrator. */
record Tasklist(Page page) {

    /** Opens the form that starts a process. */
    Locator begin(String process) {
        open("processStart");
        Locator dialog = page.locator(".modal-content");
        dialog.getByText(process).first().click();
        assertThat(dialog.locator("form[name] h3")).isVisible();
        return dialog;
    }

    void start() {
        press("Start");
    }

    /** Opens a task's form and takes the task over. */
    Locator claim(String task) {
        open("task=" + task);
        Locator claim = page.locator(".task-card").getByText("Claim");
        claim.click();
        assertThat(claim).not().isVisible();
        Locator form = page.locator(".task-card form[name]");
        assertThat(form.locator("dl")).isVisible();
        return form;
    }

    void complete() {
        press("Complete");
    }

    void look(String name) {
        Browser.requireAccessibleForm(page);
        Browser.takePicture(page, "tasklist-" + name);
    }

    /** Waits for the notification that begins so. */
    Locator requireSaid(String status) {
        Locator notification = page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText(status));
        assertThat(notification).isVisible();
        return notification;
    }

    private void open(String place) {
        page.navigate(InBrowser.HOME + "/camunda/app/tasklist/default/#/?" + place);
    }

    private void press(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }
}
